import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Lockfile } from "../images/closure.ts";
import { changesIn, environmentOf } from "./changes.ts";

const root = join(import.meta.dirname, "../..");
const lockfile = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as Lockfile;
const all = ["auth", "upload", "analytics", "chatbot", "edge"];
const imagesFor = (...files: string[]) => changesIn(lockfile, "staging", files).images;

test("branches and tags go where git-flow has them, and others nowhere", () => {
  const places = {
    "refs/heads/develop": "dev",
    "refs/heads/release/1.2": "staging",
    "refs/heads/hotfix/1.2.1": "staging",
    "refs/heads/main": "production",
    "refs/tags/v1.2.0": "production",
    "refs/heads/feature/main": undefined,
    "refs/heads/release/": undefined,
    "refs/tags/very-old": undefined,
    "refs/heads/maintenance": undefined,
  };
  for (const [ref, place] of Object.entries(places)) assert.equal(environmentOf(ref), place, ref);
});

test("one service that changed is delivered alone", () => {
  assert.deepEqual(imagesFor("services/auth/src/service.ts"), ["auth"]);
  assert.deepEqual(imagesFor("services/upload/src/worker-main.ts"), ["upload"]);
  assert.deepEqual(imagesFor("k8s/base/upload-worker/scaling.yaml"), ["upload"]);
  assert.deepEqual(imagesFor("edge/src/main.ts", "edge/web/src/app.tsx"), ["edge"]);
  assert.deepEqual(imagesFor("k8s/overlays/staging/chatbot/kustomization.yaml"), ["chatbot"]);
});

test("what services share is delivered with whoever depends on it", () => {
  assert.deepEqual(imagesFor("packages/statements/src/statement.ts"), ["upload"]);
  assert.deepEqual(imagesFor("packages/mongo/src/connect-mongo.ts"), ["analytics", "chatbot"]);
  assert.deepEqual(imagesFor("packages/client/src/client.ts"), ["edge"]);
  for (const file of ["package-lock.json", "gen/finflow/auth/v1/auth_pb.ts", "Dockerfile", ".ci/image"]) {
    assert.deepEqual(imagesFor(file), all, file);
  }
});

test("tests, documents, another environment's settings and solo change nothing", () => {
  assert.deepEqual(
    changesIn(lockfile, "staging", [
      ...["docs/mesh.md", "services/auth/README.md", "services/auth/test/a.ts", "solo/src/main.ts"],
      ...["services/auth/src/config.test.ts", "k8s/overlays/production/auth/kustomization.yaml", "load/a.ts"],
    ]),
    { images: [], platform: false },
  );
});

test("the platform goes along when it changed, and everything when nobody knows", () => {
  const platformFor = (file: string) => changesIn(lockfile, "staging", [file]).platform;
  for (const file of ["istio/door.yaml", "k8s/overlays/staging/mesh/kustomization.yaml"]) {
    assert.equal(platformFor(file), true, file);
    assert.deepEqual(imagesFor(file), []);
  }
  assert.equal(platformFor("services/auth/src/service.ts"), false);
  assert.equal(platformFor("k8s/overlays/production/mesh/kustomization.yaml"), false);
  assert.deepEqual(changesIn(lockfile, "staging", undefined), { images: all, platform: true });
});
