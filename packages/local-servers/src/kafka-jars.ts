import { createHash } from "node:crypto";
import { copyFile, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { cachedFolder } from "./cache-folder.ts";
import { assertSha256, download } from "./download.ts";
import { ServerError } from "./server-error.ts";

const pinned = join(import.meta.dirname, "../kafka");

/**
 * The folder with a broker's jars: the one that FINFLOW_KAFKA_JARS names, else the pinned ones, fetched into
 * `.cache/` the first time by Maven from where that is set up to get them.
 *
 * @throws ServerError `unavailable`, `wrong_checksum`
 */
export async function kafkaJars(): Promise<string> {
  const own = process.env.FINFLOW_KAFKA_JARS;
  if (own) return own;
  const list = await readFile(join(pinned, "jars.sha256"), "utf8");
  const version = createHash("sha256").update(list).digest("hex").slice(0, 12);
  return cachedFolder(`kafka-${version}`, async (folder) => {
    await copyFile(join(pinned, "pom.xml"), join(folder, "pom.xml"));
    await download(
      "Kafka",
      "mvn",
      ["-q", "-B", "dependency:copy-dependencies", "-DoutputDirectory=."],
      folder,
    );
    await rm(join(folder, "pom.xml"));
    await assertJars(folder, list);
  });
}

async function assertJars(folder: string, list: string): Promise<void> {
  const lines = list
    .trim()
    .split("\n")
    .map((line) => line.split(/\s+/) as [sha256: string, file: string]);
  const wanted = new Set(lines.map(([, file]) => file));
  const strange = (await readdir(folder)).filter((file) => !wanted.has(file));
  if (strange.length > 0)
    throw new ServerError(
      "wrong_checksum",
      `Kafka came with files that are not pinned: ${strange.join(", ")}`,
    );
  for (const [sha256, file] of lines) await assertSha256(join(folder, file), sha256);
}
