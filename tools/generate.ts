/**
 * Regenerates gen/ from proto/: TypeScript, the descriptor set and the OpenAPI document; and from gen/ the mesh's
 * rules, istio/services/. `--check` writes nothing and fails when it differs from what is committed.
 *
 * Third-party contracts are imported and never copied into the repository: google/api and google/rpc come
 * from the npm package google-proto-files, buf/validate from its Go module, whose hash `go` checks. Only
 * those who change a contract need Go.
 */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";

const root = join(import.meta.dirname, "..");
const thirdParty = join(root, ".cache/proto");
const protovalidate = { module: "github.com/bufbuild/protovalidate", version: "v1.2.2" };
/** What go.sum would hold for it; a module proxy that answers anything else is refused. */
const protovalidateSum = "h1:2H/9/Kr97etSRqW3IJjTTb09z+zutkK2GDhDRbOnqr4=";

function run(command: string, args: string[]): string {
  return execFileSync(command, args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}

function copy(from: string, to: string): void {
  mkdirSync(join(thirdParty, to, ".."), { recursive: true });
  cpSync(from, join(thirdParty, to), { mode: 0 });
}

function fetchThirdParty(): void {
  for (const file of ["api/annotations", "api/http", "rpc/error_details", "rpc/status", "rpc/code"]) {
    copy(join(root, `node_modules/google-proto-files/google/${file}.proto`), `google/${file}.proto`);
  }
  const wanted = join(thirdParty, "buf/validate/validate.proto");
  const stamp = join(thirdParty, protovalidate.version);
  if (existsSync(wanted) && existsSync(stamp)) return;
  const module = `${protovalidate.module}@${protovalidate.version}`;
  const said = JSON.parse(run("go", ["mod", "download", "-json", module])) as { Dir: string; Sum: string };
  if (said.Sum !== protovalidateSum)
    throw new Error(`${module} has hash ${said.Sum}, not ${protovalidateSum}`);
  copy(join(said.Dir, "proto/protovalidate/buf/validate/validate.proto"), "buf/validate/validate.proto");
  mkdirSync(stamp, { recursive: true });
}

function generateInto(folder: string): void {
  run("buf", ["generate", "--output", folder]);
  run("buf", ["build", "--as-file-descriptor-set", "-o", join(folder, "gen/descriptors.binpb")]);
  const openapi = join(root, "packages/rest-transcoder/src/write-openapi.ts");
  run(process.execPath, [openapi, join(folder, "gen/descriptors.binpb"), join(folder, "gen/openapi.json")]);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "package.json")
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

function differences(left: string, right: string): string[] {
  const names = new Set([...filesIn(left), ...filesIn(right)]);
  return [...names].filter((name) => {
    const [a, b] = [join(left, name), join(right, name)];
    return !existsSync(a) || !existsSync(b) || !readFileSync(a).equals(readFileSync(b));
  });
}

fetchThirdParty();
run("buf", ["lint", "proto"]);
run("buf", ["format", "--diff", "--exit-code", "proto"]);
run("buf", ["breaking", "proto", "--against", "proto/released.binpb"]);

if (process.argv.includes("--check")) {
  const aside = mkdtempSync(join(root, ".cache/generate-"));
  try {
    generateInto(aside);
    const changed = differences(join(root, "gen"), join(aside, "gen"));
    if (changed.length > 0) {
      console.error(`gen/ is not what proto/ says; run npm run generate:\n  ${changed.join("\n  ")}`);
      process.exitCode = 1;
    } else console.log("gen/ is what proto/ says");
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
} else {
  for (const name of filesIn(join(root, "gen"))) rmSync(join(root, "gen", name));
  generateInto(root);
}

// In a process of its own: it reads what has just been written.
const rules = [join(root, "tools/istio-rules/main.ts"), ...process.argv.slice(2)];
execFileSync(process.execPath, rules, { stdio: "inherit" });
