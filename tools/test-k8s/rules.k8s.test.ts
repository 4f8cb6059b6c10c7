import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { environments, parseManifests, render, renderText } from "./manifests.ts";
import { kubectlProgram } from "./programs/kubectl.ts";
import { orSkip } from "./programs/or-skip.ts";
import { hardening } from "./rules/hardening.ts";
import { life } from "./rules/life.ts";
import { network } from "./rules/network.ts";
import { processes } from "./rules/processes.ts";
import { scaling } from "./rules/scaling.ts";
import { secrets } from "./rules/secrets.ts";

for (const rule of [hardening, life, scaling, processes, secrets, network]) {
  describe(rule.name, () => {
    for (const environment of environments) {
      test(environment, async (t) => {
        if (!(await orSkip(t, kubectlProgram))) return;
        assert.deepEqual(rule.problems(await render(`k8s/overlays/${environment}`), environment), []);
      });
    }
    for (const { name, make } of rule.slips) {
      test(`notices ${name}`, async (t) => {
        if (!(await orSkip(t, kubectlProgram))) return;
        const manifests = parseManifests(await renderText("k8s/overlays/production"));
        make(manifests);
        const before = rule.problems(await render("k8s/overlays/production"), "production");
        const noticed = rule.problems(manifests, "production").filter((problem) => !before.includes(problem));
        assert.notDeepEqual(noticed, []);
      });
    }
  });
}
