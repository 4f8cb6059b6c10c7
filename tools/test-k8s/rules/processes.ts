import { existsSync } from "node:fs";
import { join } from "node:path";
import { environment as edge } from "../../../edge/src/environment.ts";
import * as analytics from "../../../services/analytics/src/environment.ts";
import * as auth from "../../../services/auth/src/environment.ts";
import * as chatbot from "../../../services/chatbot/src/environment.ts";
import * as upload from "../../../services/upload/src/environment.ts";
import { type Manifest, root } from "../manifests.ts";
import { environmentOf, secretVariables } from "./environment-of.ts";
import { find, ofKind, type Rule } from "./rule.ts";
import { matches, type Workload, workloads } from "./workloads.ts";

/** What a program's environment module says of it, as far as it matters here. */
type Schema = {
  shape: Readonly<Record<string, unknown>>;
  safeParse(told: Record<string, string>): {
    data?: Record<string, unknown>;
    error?: { issues: readonly { path: PropertyKey[]; message: string }[] };
  };
};

/** What each program reads, by its own account. */
const programs: Readonly<Record<string, Schema>> = {
  "services/auth/src/main.ts": auth.environment,
  "services/auth/src/migrate.ts": auth.migrationEnvironment,
  "services/upload/src/main.ts": upload.environment,
  "services/upload/src/worker-main.ts": upload.workerEnvironment,
  "services/upload/src/migrate.ts": upload.migrationEnvironment,
  "services/analytics/src/main.ts": analytics.environment,
  "services/analytics/src/migrate.ts": analytics.migrationEnvironment,
  "services/chatbot/src/main.ts": chatbot.environment,
  "services/chatbot/src/migrate.ts": chatbot.migrationEnvironment,
  "edge/src/main.ts": edge,
};

/** Something of the right form in the place of what a Secret holds. */
const stand = {
  DATABASE_URL: "postgres://user:secret@postgres:5432/database",
  MONGODB_URL: "mongodb://user:secret@mongodb/database",
  REDIS_JOBS_URL: "rediss://jobs:6379",
  REDIS_CACHE_URL: "rediss://cache:6379",
  KAFKA_BROKERS: "kafka-0:9092,kafka-1:9092",
  S3_BUCKET: "bucket",
  S3_REGION: "eu-central-1",
};

/** Of AWS's own chain, which no schema of ours names; where there is a bucket. */
const credentials = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"];

const portNames = { GRPC_PORT: "grpc", ADMIN_PORT: "http-admin", PORT: "http" } as const;

export const processes: Rule = {
  name: "every process is one that there is, and is told what it reads",
  problems: (manifests) =>
    workloads(manifests)
      .filter(({ isOurs }) => isOurs)
      .flatMap((workload) => problemsOf(workload, manifests).map((problem) => `${workload.name} ${problem}`)),
  slips: [
    {
      name: "a variable that nobody reads",
      make: (all) => {
        const { data } = settingsOf(all, "upload");
        data.DATABASE_CONECTIONS = data.DATABASE_CONNECTIONS;
      },
    },
    {
      name: "a value that its program refuses",
      make: (all) => Object.assign(settingsOf(all, "edge").data, { RPC_RETRIES: "both" }),
    },
    {
      name: "a program that is not there",
      make: (all) => {
        find(all, "Job", "auth-migrate").spec.template.spec.containers[0].command[1] =
          "services/auth/migrate.ts";
      },
    },
    {
      name: "a store nobody told it of",
      make: (all) => {
        find(all, "Deployment", "analytics").spec.template.spec.containers[0].env.shift();
      },
    },
    {
      name: "a port beside the one it listens on",
      make: (all) => Object.assign(settingsOf(all, "chatbot").data, { GRPC_PORT: "3303" }),
    },
    {
      name: "a Service that nobody calls gRPC",
      make: (all) => {
        delete find(all, "Service", "auth").spec.ports[0].appProtocol;
      },
    },
    {
      name: "a Service of other pods",
      make: (all) => {
        find(all, "Service", "auth").spec.selector = { "app.kubernetes.io/name": "upload" };
      },
    },
    {
      name: "a key where none is mounted",
      make: (all) => Object.assign(settingsOf(all, "edge").data, { SERVICE_KEY_FILE: "/keys/private.pem" }),
    },
    {
      name: "retries in two layers",
      make: (all) => {
        delete settingsOf(all, "edge").data.RPC_RETRIES;
      },
    },
    {
      name: "a service that makes its own schema",
      make: (all) => {
        const { env } = find(all, "Deployment", "upload").spec.template.spec.containers[0];
        env.find(({ name }: { name: string }) => name === "SCHEMA").value = "migrate";
      },
    },
  ],
};

function problemsOf({ owner, pod, container, labels }: Workload, manifests: readonly Manifest[]): string[] {
  const [node, program = "nothing", ...rest] = container.command as string[];
  const schema = programs[program];
  if (node !== "node" || rest.length > 0 || !schema) return [`runs ${container.command.join(" ")}`];

  const plain = environmentOf(container, manifests);
  const secret = secretVariables(container).map(({ name }) => name);
  const told = [...Object.keys(plain), ...secret];
  const known = [...Object.keys(schema.shape), ...("S3_BUCKET" in schema.shape ? credentials : [])];
  const result = schema.safeParse({
    ...plain,
    ...Object.fromEntries(secret.map((name) => [name, standIn(name)])),
  });
  const mounted: string[] = container.volumeMounts.map(({ mountPath }: { mountPath: string }) => mountPath);
  const files = Object.entries(plain).filter(([name]) => /_(FILE|FOLDER)$/.test(name));
  return [
    ...(existsSync(join(root, program)) ? [] : [`runs ${program}, which is not there`]),
    ...told.filter((name) => !known.includes(name)).map((name) => `is told ${name}, which it does not read`),
    ...told.filter((name, index) => told.indexOf(name) !== index).map((name) => `is told ${name} twice`),
    ...(result.error?.issues ?? []).map(({ path, message }) => `refuses ${path.join(".")}: ${message}`),
    ...files
      .filter(([, path]) => !mounted.some((folder) => path === folder || path.startsWith(`${folder}/`)))
      .map(([name, path]) => `finds nothing at ${path} (${name})`),
    ...(owner.kind === "Deployment" && result.data
      ? servingProblems({ result: result.data, schema, container, labels, owner, manifests })
      : []),
    ...(pod.restartPolicy === undefined || owner.kind === "Job" ? [] : ["restarts by a rule of its own"]),
  ];
}

function standIn(name: string): string {
  return Object.hasOwn(stand, name) ? stand[name as keyof typeof stand] : "something";
}

type Serving = Pick<Workload, "container" | "labels" | "owner"> & {
  result: Record<string, unknown>;
  schema: Schema;
  manifests: readonly Manifest[];
};

function servingProblems({ result, schema, container, labels, owner, manifests }: Serving): string[] {
  const listens = Object.entries(portNames).filter(([variable]) => variable in schema.shape);
  const expected = listens.map(([variable, name]) => `${name} ${result[variable]}`).toSorted();
  const ports: { name: string; containerPort: number }[] = container.ports;
  const opened = ports.map(({ name, containerPort }) => `${name} ${containerPort}`).toSorted();
  const service = find(manifests, "Service", owner.metadata.name);
  const offered = service.spec.ports.map(
    ({ name, port, targetPort, appProtocol }: Record<string, string>) =>
      `${name} ${port} ${targetPort} ${appProtocol}`,
  );
  const offers = listens
    .map(([variable, name]) => `${name} ${result[variable]} ${name} ${name === "grpc" ? "grpc" : "http"}`)
    .toSorted();
  const { annotations } = owner.spec.template.metadata;
  const elsewhere = ofKind(manifests, "Service").filter(
    (each) => each !== service && matches({ matchLabels: each.spec.selector }, labels),
  );
  const lacks: [boolean, string][] = [
    [expected.join() === opened.join(), `listens on ${expected.join(", ")}, not ${opened.join(", ")}`],
    [offered.toSorted().join() === offers.join(), `is offered as ${offered.join(", ")}`],
    [matches({ matchLabels: service.spec.selector }, labels), "is not what its Service selects"],
    [elsewhere.length === 0, "answers for another Service"],
    [annotations["prometheus.io/port"] === String(result.ADMIN_PORT), "shows its metrics elsewhere"],
    [result.HOST === "0.0.0.0", "cannot be reached"],
    [result.SCHEMA === "await", "makes its schema itself, in every replica"],
    // The sidecar repeats what may be repeated.
    [!("RPC_RETRIES" in schema.shape) || result.RPC_RETRIES === "mesh", "repeats what the mesh repeats too"],
  ];
  return lacks.filter(([good]) => !good).map(([, lack]) => lack);
}

function settingsOf(manifests: readonly Manifest[], name: string): Manifest {
  const { envFrom } = find(manifests, "Deployment", name).spec.template.spec.containers[0];
  return find(manifests, "ConfigMap", envFrom[0].configMapRef.name);
}
