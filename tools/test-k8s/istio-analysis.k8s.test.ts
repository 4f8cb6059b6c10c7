import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { type Admission, admissionBy, podsOf } from "./cluster/admission.ts";
import { type ApiServer, apiServerPrograms, startApiServer } from "./cluster/api-server.ts";
import { type Manifest, render } from "./manifests.ts";
import { istioctlProgram } from "./programs/istio.ts";
import { unlessMissing } from "./programs/or-skip.ts";

const run = promisify(execFile);

/** What analysis looks at, besides Istio's own kinds. */
const looked = ["Service", "ServiceAccount", "Deployment", "ConfigMap", "Pod", "Secret"];

const gateway = { name: "istio-ingressgateway", namespace: "istio-ingress" };
const labels = { istio: "ingressgateway" };

/** What the platform has, and this project does not install: the gateway, and its certificate. */
async function platform(): Promise<Manifest[]> {
  const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
  const request = [
    "req",
    "-x509",
    "-newkey",
    "ec",
    "-pkeyopt",
    "ec_paramgen_curve:P-256",
    "-nodes",
    "-days",
    "1",
  ];
  await run("openssl", [...request, "-subj", "/CN=finflow.example.com", "-keyout", key, "-out", certificate]);
  const data = { "tls.key": await readFile(key, "utf8"), "tls.crt": await readFile(certificate, "utf8") };
  return [
    { apiVersion: "v1", kind: "Namespace", metadata: { name: gateway.namespace } },
    {
      apiVersion: "v1",
      kind: "Pod",
      metadata: { ...gateway, labels },
      spec: { containers: [{ name: "istio-proxy", image: "auto" }] },
    },
    {
      apiVersion: "v1",
      kind: "Service",
      metadata: gateway,
      spec: {
        selector: labels,
        ports: [
          { name: "http", port: 80 },
          { name: "https", port: 443 },
        ],
      },
    },
    {
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: "finflow-edge-tls", namespace: gateway.namespace },
      type: "kubernetes.io/tls",
      stringData: data,
    },
  ];
}

/** As injection leaves it: a proxy beside the process. */
function injected(pod: Manifest): Manifest {
  const proxy = { ...pod.spec.containers[0], name: "istio-proxy", ports: [], volumeMounts: [] };
  return { ...pod, spec: { ...pod.spec, containers: [...pod.spec.containers, proxy] } };
}

type Message = { code: string; origin: string; message: string };

let folder: string;
let server: ApiServer;
let admission: Admission;
let istioctl: string;
let missing: string | undefined;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "analysis-"));
  missing = await unlessMissing("what Istio finds in a cluster", async () => {
    istioctl = await istioctlProgram();
    await apiServerPrograms();
    server = await startApiServer(folder);
    admission = await admissionBy(server, folder);
    const objects = await render("k8s/overlays/production");
    const there = [...objects, ...(await platform())];
    await admission.apply(there.filter(({ kind }) => kind === "Namespace"));
    await admission.apply(
      there.filter(({ kind, apiVersion }) => apiVersion.includes("istio.io") || looked.includes(kind)),
    );
    const deployments = objects.filter(({ kind }) => kind === "Deployment");
    await admission.apply(podsOf(deployments).map(injected));
  });
});
after(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function analysis(): Promise<Message[]> {
  const args = ["--kubeconfig", server.kubeconfig, "analyze", "-n", "finflow", "-o", "json"];
  const { stdout } = await run(istioctl, args).catch((error: { code?: unknown; stdout: string }) => {
    // What it finds makes it fail, with 79.
    if (error.code !== 79) throw error;
    return error;
  });
  return JSON.parse(stdout) as Message[];
}

test("nothing in production refers to what is not there", async (t) => {
  if (missing) return t.skip(missing);
  assert.deepEqual(await analysis(), []);
});

const mistakes: readonly (readonly [
  what: string,
  kubectl: readonly string[],
  code: string,
  origin: string,
])[] = [
  ["a service is gone", ["delete", "service", "chatbot"], "IST0101", "chatbot"],
  [
    "a second scope for the same pods",
    ["patch", "sidecar", "upload", "--type=merge", "-p", scopeOf("auth")],
    "IST0110",
    "upload",
  ],
  [
    "a gateway that selects nobody",
    [
      "patch",
      "gateway.networking.istio.io",
      "edge",
      "--type=merge",
      "-p",
      '{"spec":{"selector":{"istio":"door"}}}',
    ],
    "IST0101",
    "edge",
  ],
  [
    "a policy that selects nobody",
    [
      "patch",
      "authorizationpolicy",
      "edge",
      "--type=merge",
      "-p",
      '{"spec":{"selector":{"matchLabels":{"a":"b"}}}}',
    ],
    "IST0127",
    "edge",
  ],
];

function scopeOf(name: string): string {
  return JSON.stringify({ spec: { workloadSelector: { labels: { "app.kubernetes.io/name": name } } } });
}

test("what is missing is found", async (t) => {
  if (missing) return t.skip(missing);
  for (const [what, kubectl, code, origin] of mistakes) {
    await server.kubectl([...kubectl, "-n", "finflow"]);
    const found = await analysis();
    const named = found.filter((one) => one.code === code && one.origin.includes(origin));
    assert.ok(named.length > 0, `${what}: ${JSON.stringify(found)}`);
  }
});
