import { writeFileSync } from "node:fs";
import { allBanks, readBank } from "./read-bank.ts";

/**
 * `node show-banks.ts [part of a title] [file.pdf]`: how each imitation is read, line by line where that is not as
 * its truth says; of the last one the PDF is written.
 */
const [, , part = "", file] = process.argv;
const counts = new Map<string, number>();
for (const bank of allBanks().filter(({ title }) => title.includes(part))) {
  const { read, truth, silentlyWrong, pdf } = await readBank(bank).catch((error: Error) => ({
    read: [`${error.message} ${error.cause ?? ""}`],
    truth: [] as string[],
    silentlyWrong: false,
    pdf: null,
  }));
  const word = silentlyWrong ? "SILENTLY WRONG" : read.join() === truth.join() ? "exact" : "other";
  counts.set(word, (counts.get(word) ?? 0) + 1);
  console.log(`${word}: ${bank.title}`);
  for (const line of truth.filter((each) => !read.includes(each))) console.log(`    - ${line}`);
  for (const line of read.filter((each) => !truth.includes(each))) console.log(`    + ${line}`);
  if (file && pdf) writeFileSync(file, pdf);
}
console.log([...counts].map(([word, count]) => `${count} ${word}`).join(", "));
