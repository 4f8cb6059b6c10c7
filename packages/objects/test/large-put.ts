/** Puts 2 MB where there is less room, and prints what came of it. Argument: folder. */
import { createHash, randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { openFileObjects } from "../src/file-objects.ts";
import { ObjectError } from "../src/object-store.ts";

const [folder] = process.argv.slice(2) as [string];
const store = await openFileObjects({ folder, signingKey: new Uint8Array(32) });
const bytes = Buffer.alloc(2_000_000, 1);
try {
  await store.put(randomUUID(), bytes, {
    sizeBytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  });
  console.log("stored");
} catch (error) {
  const left = ["incoming", "documents"].flatMap((name) => readdirSync(join(folder, name)));
  const reason = error instanceof ObjectError ? error.reason : String(error);
  console.log(`${reason}, ${left.length === 0 ? "nothing" : left} left`);
}
