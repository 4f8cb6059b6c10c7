import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { type Admission, admissionBy, podsOf } from "./cluster/admission.ts";
import { type ApiServer, apiServerPrograms, startApiServer } from "./cluster/api-server.ts";
import { environments, render } from "./manifests.ts";
import { unlessMissing } from "./programs/or-skip.ts";

let folder: string;
let server: ApiServer;
let admission: Admission;
/** Why there is none on this machine. */
let missing: string | undefined;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "admission-"));
  missing = await unlessMissing("what the API server admits", async () => {
    await apiServerPrograms();
    server = await startApiServer(folder);
    admission = await admissionBy(server, folder);
    // Everything else is in the namespace, and a dry run makes none.
    const objects = await render("k8s/overlays/production");
    await admission.apply(objects.filter(({ kind }) => kind === "Namespace"));
  });
});
after(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

for (const environment of environments) {
  test(`${environment}: the API server admits it all, and its pods under Pod Security's strictest profile`, async (t) => {
    if (missing) return t.skip(missing);
    const objects = await render(`k8s/overlays/${environment}`);
    assert.equal(await admission.objections(objects), "");
    const pods = podsOf(objects);
    assert.ok(pods.length >= 10, `${pods.length} pods`);
    assert.equal(await admission.objections(pods), "");
  });
}

// biome-ignore lint/suspicious/noExplicitAny: each kind has a shape of its own
type Change = (object: any) => void;

const mistakes: readonly (readonly [
  what: string,
  kind: string,
  name: string,
  change: Change,
  said: RegExp,
])[] = [
  [
    "a root",
    "Deployment",
    "edge",
    (o) => (o.spec.template.spec.securityContext.runAsNonRoot = false),
    /PodSecurity/,
  ],
  [
    "more rights",
    "Deployment",
    "auth",
    (o) => (o.spec.template.spec.containers[0].securityContext.allowPrivilegeEscalation = true),
    /PodSecurity/,
  ],
  ["another's pods", "Deployment", "upload", (o) => (o.spec.selector.matchLabels = { app: "x" }), /selector/],
  ["fewer than none", "HorizontalPodAutoscaler", "edge", (o) => (o.spec.maxReplicas = 1), /maxReplicas/],
  ["both budgets", "PodDisruptionBudget", "auth", (o) => (o.spec.minAvailable = 1), /minAvailable/],
  ["a port twice", "Service", "auth", (o) => (o.spec.ports[1].port = o.spec.ports[0].port), /duplicate/],
  [
    "no image",
    "Deployment",
    "chatbot",
    (o) => delete o.spec.template.spec.containers[0].image,
    /image: Required/,
  ],
  [
    "a field that there is not",
    "DestinationRule",
    "auth",
    (o) => (o.spec.trafficPolicies = {}),
    /trafficPolicies/,
  ],
  [
    "half a share",
    "DestinationRule",
    "auth",
    (o) => (o.spec.trafficPolicy.outlierDetection.maxEjectionPercent = "50"),
    /maxEjectionPercent/,
  ],
  [
    "a mode of its own",
    "PeerAuthentication",
    "default",
    (o) => (o.spec.mtls.mode = "SOMETIMES"),
    /Unsupported value/,
  ],
  ["a route to nowhere", "VirtualService", "auth", (o) => (o.spec.http[0].route[0].destination = {}), /host/],
];

test("what is wrong is refused", async (t) => {
  if (missing) return t.skip(missing);
  const objects = await render("k8s/overlays/production");
  for (const [what, kind, name, change, said] of mistakes) {
    const object = structuredClone(objects.find((one) => one.kind === kind && one.metadata.name === name));
    assert.ok(object, `there is no ${kind} ${name}`);
    change(object);
    const heard = [await admission.objections([object]), await admission.objections(podsOf([object]))];
    assert.match(heard.join("\n"), said, what);
  }
});
