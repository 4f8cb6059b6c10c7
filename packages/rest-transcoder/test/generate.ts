/** Regenerates test/gen from test/proto: node packages/rest-transcoder/test/generate.ts, after tools/generate.ts. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const here = import.meta.dirname;
const room = mkdtempSync(join(tmpdir(), "library-proto-"));
try {
  cpSync(join(here, "../../../.cache/proto/google/api"), join(room, "google/api"), { recursive: true });
  cpSync(join(here, "proto"), room, { recursive: true });
  const template = {
    version: "v2",
    plugins: [
      {
        local: "protoc-gen-es",
        out: join(here, "gen"),
        opt: ["target=ts", "import_extension=ts", "erasable_syntax=true"],
      },
    ],
  };
  writeFileSync(join(room, "template.json"), JSON.stringify(template));
  execFileSync("buf", ["generate", "--template", "template.json", "--path", "finflow"], {
    cwd: room,
    stdio: "inherit",
  });
  const made = join(here, "gen/finflow/library/v1/library_pb.ts");
  const annotations = /"[./]+\/google\/api\/annotations_pb\.ts"/;
  writeFileSync(
    made,
    readFileSync(made, "utf8").replace(annotations, '"@finflow/gen/google/api/annotations_pb"'),
  );
} finally {
  rmSync(room, { recursive: true, force: true });
}
