/** Started to be killed in the middle of a put. Arguments: folder, key. */
import { openFileObjects } from "../src/file-objects.ts";

const [folder, key] = process.argv.slice(2) as [string, string];
const store = await openFileObjects({ folder, signingKey: new Uint8Array(32) });
async function* endless() {
  yield new Uint8Array(100_000);
  // The next piece is asked for when the first is written.
  process.stdout.write("written");
  await new Promise((resolve) => setTimeout(resolve, 60_000));
}
await store.put(key, endless(), { sizeBytes: 200_000, sha256: "0".repeat(64) });
