import assert from "node:assert/strict";
import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Ajv } from "ajv";
import { parseAllDocuments } from "yaml";
import { images } from "../images/images.ts";

const root = join(import.meta.dirname, "../..");
/** Skaffold's own, which lies beside the project where it is tested. */
const schemaFile = join(root, "../shared/schemas/skaffold-v4beta13.json");
const environments = ["dev", "staging", "production"];

type Artifact = {
  image: string;
  docker: { dockerfile: string; target: string; buildArgs?: Record<string, string> };
  sync?: { manual: { src: string; dest: string }[] };
};
type Part = { build?: { artifacts: Artifact[] }; manifests?: { kustomize: { paths: string[] } } };
type Module = Part & { metadata: { name: string }; profiles: (Part & { name: string })[] };

function modules(): Module[] {
  return parseAllDocuments(readFileSync(join(root, "skaffold.yaml"), "utf8")).map((document) => {
    assert.deepEqual(document.errors, []);
    return document.toJS() as Module;
  });
}

test("every module keeps Skaffold's schema, and a field that it does not know breaks it", (t) => {
  if (!existsSync(schemaFile)) {
    console.error(
      "NOT TESTED: skaffold.yaml against Skaffold's schema, which is NOT HERE (../shared/schemas)",
    );
    t.skip("Skaffold's schema is not here (../shared/schemas)");
    return;
  }
  // Its formats and descriptions are for editors.
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const isValid = ajv.compile(JSON.parse(readFileSync(schemaFile, "utf8")) as object);
  for (const module of modules()) {
    assert.ok(isValid(module), `${module.metadata.name}: ${JSON.stringify(isValid.errors, null, 2)}`);
    assert.equal(isValid({ ...module, builds: {} }), false, "a field that there is not");
    assert.equal(isValid({ ...module, profiles: [{ name: 1 }] }), false, "a name that is none");
  }
});

test("a module per image, each with the three environments as profiles", () => {
  const [platform, ...services] = modules();
  assert.equal(platform?.metadata.name, "platform");
  assert.deepEqual(services.map(({ metadata }) => metadata.name).toSorted(), Object.keys(images).toSorted());
  for (const { metadata, profiles, build } of services) {
    assert.deepEqual(
      profiles.map(({ name }) => name),
      environments,
    );
    assert.deepEqual(
      build?.artifacts.map(({ image }) => image),
      [`finflow-${metadata.name}`],
    );
  }
});

test("together the modules deploy what each overlay has, each part once", () => {
  for (const environment of environments) {
    const paths = modules().flatMap(({ profiles }) => {
      return profiles.find(({ name }) => name === environment)?.manifests?.kustomize.paths ?? [];
    });
    for (const path of paths) assert.ok(existsSync(join(root, path, "kustomization.yaml")), path);
    const deployed = paths.map((path) => path.replace("k8s/file-sync/", `k8s/overlays/${environment}/`));
    const parts = readdirSync(join(root, "k8s/overlays", environment), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== "settings")
      .map(({ name }) => `k8s/overlays/${environment}/${name}`);
    assert.deepEqual(deployed.toSorted(), parts.toSorted());
  }
});

test("what is built is a stage of the Dockerfile, and only dev's takes changed files", () => {
  const stages = readFileSync(join(root, "Dockerfile"), "utf8").match(/(?<=^FROM \S+ AS )\S+$/gm);
  for (const { metadata, build, profiles } of modules()) {
    const everywhere = profiles.map((profile) => [profile.name, profile.build] as const);
    for (const [profile, part] of [["", build] as const, ...everywhere]) {
      for (const { docker, sync } of part?.artifacts ?? []) {
        const { target, buildArgs } = docker;
        assert.ok(stages?.includes(target), `no stage ${target}`);
        assert.equal(buildArgs?.SERVICE ?? target, metadata.name);
        assert.equal(target === "dev", profile === "dev");
        assert.equal(sync !== undefined, profile === "dev");
        for (const { src } of sync?.manual ?? []) {
          assert.ok(globSync(src, { cwd: root }).length > 0, `${src} matches nothing`);
        }
      }
    }
  }
});
