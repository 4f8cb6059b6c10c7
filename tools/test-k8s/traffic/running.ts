import assert from "node:assert/strict";
import { after, before } from "node:test";
import { type Scenario, startScenario } from "./scenario.ts";

const folder = process.argv[2] ?? assert.fail("no folder");
let mesh: Scenario | undefined;

before(
  async () => {
    mesh = await startScenario(folder);
  },
  { timeout: 600_000 },
);
after(() => mesh?.stop());

/** The mesh of all tests of this process. */
export function running(): Scenario {
  return mesh ?? assert.fail("the mesh does not run");
}

export const refused = "RBAC: access denied";

let people = 0;

/** An e-mail address that nobody has, and a network address to come from that nobody has come from. */
export function somebody(): { register: { email: string; password: string }; from: string } {
  people += 1;
  return {
    register: { email: `person${people}@example.org`, password: "correct horse battery" },
    from: `10.9.0.${people}`,
  };
}

/** Does something while a rule is another one, as an operator could make it. */
export async function whileChanged(
  kind: string,
  name: string,
  patchOf: object[] | ((spec: { [field: string]: unknown }) => object[]),
  work: () => Promise<void>,
): Promise<void> {
  const { kubectl } = running().control.api;
  const named = [kind, name, "-n", "finflow"];
  const { stdout } = await kubectl(["get", ...named, "-o", "json"]);
  const { spec } = JSON.parse(stdout) as { spec: { [field: string]: unknown } };
  const change = (operations: object[]) =>
    kubectl(["patch", ...named, "--type=json", "-p", JSON.stringify(operations)]);
  await change(typeof patchOf === "function" ? patchOf(spec) : patchOf);
  try {
    await work();
  } finally {
    await change([{ op: "replace", path: "/spec", value: spec }]);
  }
}
