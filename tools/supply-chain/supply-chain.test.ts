import assert from "node:assert/strict";
import { test } from "node:test";
import { verdictOf } from "./audit-verdict.ts";
import { within } from "./sbom-within.ts";

const component = (ref: string) => ({ "bom-ref": ref, name: ref, version: "1", type: "library" });
const all = {
  metadata: { component: component("all") },
  components: ["one@1", "a@1", "b@1"].map(component),
  dependencies: [
    { ref: "one@1", dependsOn: ["a@1"] },
    { ref: "a@1", dependsOn: ["b@1"] },
    { ref: "b@1", dependsOn: [] },
  ],
};

test("an image's SBOM has what the image has, and what that depends on within it", () => {
  const sbom = within(all, ["a@1", "one@1"], "finflow-one", "2");
  assert.deepEqual(
    sbom.components.map(({ name }) => name),
    ["one@1", "a@1"],
  );
  assert.equal(sbom.metadata.component.name, "finflow-one");
  assert.deepEqual(sbom.dependencies, [
    { ref: "finflow-one@2", dependsOn: ["one@1", "a@1"] },
    { ref: "one@1", dependsOn: ["a@1"] },
    { ref: "a@1", dependsOn: [] },
  ]);
});

test("what an image holds and the SBOM does not know is an error", () => {
  assert.throws(() => within(all, ["a@2"], "finflow-one", "2"), /does not have a@2/);
});

test("an audit passes what is moderate, refuses what is high, and refuses when nobody answers", () => {
  const found = (severity: string) =>
    JSON.stringify({ vulnerabilities: { a: { severity, range: "<2", fixAvailable: true } } });
  assert.deepEqual(verdictOf('{"vulnerabilities":{}}').passes, true);
  assert.deepEqual(verdictOf(found("moderate")), { passes: true, lines: ["moderate: a <2, a fix is there"] });
  for (const severity of ["high", "critical"]) assert.equal(verdictOf(found(severity)).passes, false);
  for (const said of [
    "",
    "<html>",
    '{"message":"405 Method Not Allowed","error":{"summary":"","detail":""}}',
  ]) {
    const { passes, lines } = verdictOf(said);
    assert.equal(passes, false);
    assert.match(lines[0]!, /^NOT AUDITED/);
  }
});
