/**
 * Writes the digest of each base image into the Dockerfile, asked of the registry by skopeo or docker, whichever is
 * there: `npm run images:pin`. With `--check` it asks nobody, and fails when one has no digest.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { basesOf, withDigests } from "./bases.ts";

const dockerfile = join(import.meta.dirname, "../../Dockerfile");

const clients: [program: string, args: (image: string) => string[]][] = [
  ["skopeo", (image) => ["inspect", "--no-tags", "--format", "{{.Digest}}", `docker://${image}`]],
  ["docker", (image) => ["buildx", "imagetools", "inspect", image, "--format", "{{.Manifest.Digest}}"]],
];

/** Of the index, so that one digest serves every platform. */
function digestOf(image: string): string {
  const tried: string[] = [];
  for (const [program, args] of clients) {
    try {
      return execFileSync(program, args(image), {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "pipe"],
      }).trim();
    } catch (error) {
      const { code, stderr } = error as { code?: string; stderr?: string };
      tried.push(`${program}: ${code === "ENOENT" ? "is not installed" : stderr?.trim()}`);
    }
  }
  throw new Error(`nobody says what ${image} is now:\n  ${tried.join("\n  ")}`);
}

function main(): void {
  const text = readFileSync(dockerfile, "utf8");
  if (process.argv.includes("--check")) {
    const loose = basesOf(text).filter(({ digest }) => digest === undefined);
    const names = loose.map(({ image }) => image).join(", ");
    if (names)
      throw new Error(`without a digest: ${names}. Run npm run images:pin where a registry can be reached`);
    console.log("every base has its digest");
    return;
  }
  const pinned = withDigests(text, digestOf);
  writeFileSync(dockerfile, pinned);
  for (const { image, digest } of basesOf(pinned)) console.log(`${image} is ${digest}`);
}

try {
  main();
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
