import type { MountedKeys } from "./keys.ts";
import type { ServerEnvironment } from "./server-environment.ts";

export const serviceNames = ["auth", "upload", "upload-worker", "analytics", "chatbot", "edge"] as const;
export type ServiceName = (typeof serviceNames)[number];

/** Ports of the loopback address. */
export type ServicePorts = {
  readonly grpc: Readonly<Record<Exclude<ServiceName, "upload-worker">, number>>;
  readonly admin: Readonly<Record<ServiceName, number>>;
  /** Of edge: REST, Connect, gRPC-web and the page. */
  readonly http: number;
};

/** What every process of Finflow listens on unless told otherwise. */
export const standardPorts: ServicePorts = {
  grpc: { auth: 3001, upload: 3000, analytics: 3002, chatbot: 3003, edge: 50_051 },
  admin: {
    ...{ auth: 3101, upload: 3100, "upload-worker": 3110 },
    ...{ analytics: 3102, chatbot: 3103, edge: 8180 },
  },
  http: 8080,
};

/** How a process is started, from the project's root. */
export const mainFiles: Readonly<Record<ServiceName, string>> = {
  auth: "services/auth/src/main.ts",
  upload: "services/upload/src/main.ts",
  "upload-worker": "services/upload/src/worker-main.ts",
  analytics: "services/analytics/src/main.ts",
  chatbot: "services/chatbot/src/main.ts",
  edge: "edge/src/main.ts",
};

/** What makes each service's schema. */
export const migrationFiles = {
  auth: "services/auth/src/migrate.ts",
  upload: "services/upload/src/migrate.ts",
  analytics: "services/analytics/src/migrate.ts",
  chatbot: "services/chatbot/src/migrate.ts",
} as const;

type Variables = Readonly<Record<string, string>>;

/** The environment of each process: no more than it reads. */
export function environments(
  servers: ServerEnvironment,
  keys: MountedKeys,
  ports: ServicePorts,
): Readonly<Record<ServiceName, Variables>> {
  const at = (service: keyof ServicePorts["grpc"]) => `127.0.0.1:${ports.grpc[service]}`;
  const base = (service: ServiceName): Variables => ({
    HOST: "127.0.0.1",
    ADMIN_PORT: String(ports.admin[service]),
    SCHEMA: "await",
  });
  const serving = (service: keyof ServicePorts["grpc"]): Variables => ({
    ...base(service),
    GRPC_PORT: String(ports.grpc[service]),
    JWKS_URL: `http://127.0.0.1:${ports.admin.auth}/.well-known/jwks.json`,
  });
  const { KAFKA_BROKERS, MONGODB_URL, REDIS_JOBS_URL, REDIS_CACHE_URL } = servers;
  const { S3_BUCKET, S3_REGION, S3_ENDPOINT, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = servers;
  const uploading: Variables = {
    DATABASE_URL: servers.UPLOAD_DATABASE_URL,
    REDIS_JOBS_URL,
    ...{ S3_BUCKET, S3_REGION, S3_ENDPOINT, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY },
    UPLOAD_SEALING_KEYS_FILE: keys.uploadSealing,
  };
  const publicKeys = { SERVICE_PUBLIC_KEYS_FOLDER: keys.publicKeys };
  return {
    auth: {
      ...serving("auth"),
      ...publicKeys,
      DATABASE_URL: servers.AUTH_DATABASE_URL,
      AUTH_ENCRYPTION_KEYS_FILE: keys.authEncryption,
      ...{ KAFKA_BROKERS, REDIS_CACHE_URL },
    },
    upload: { ...serving("upload"), ...publicKeys, ...uploading, KAFKA_BROKERS },
    "upload-worker": { ...base("upload-worker"), ...uploading },
    analytics: {
      ...serving("analytics"),
      ...{ KAFKA_BROKERS, MONGODB_URL },
      UPLOAD_ADDRESS: at("upload"),
      SERVICE_KEY_FILE: keys.ownKeys.analytics,
    },
    chatbot: {
      ...serving("chatbot"),
      ...{ KAFKA_BROKERS, MONGODB_URL },
      UPLOAD_ADDRESS: at("upload"),
      ANALYTICS_ADDRESS: at("analytics"),
      SERVICE_KEY_FILE: keys.ownKeys.chatbot,
    },
    edge: {
      ...serving("edge"),
      REDIS_CACHE_URL,
      PORT: String(ports.http),
      AUTH_ADDRESS: at("auth"),
      UPLOAD_ADDRESS: at("upload"),
      ANALYTICS_ADDRESS: at("analytics"),
      CHATBOT_ADDRESS: at("chatbot"),
      SERVICE_KEY_FILE: keys.ownKeys.edge,
      FINFLOW_UPLOAD_ORIGINS: new URL(S3_ENDPOINT).origin,
    },
  };
}

/** The environment of what makes a service's schema. */
export function migrationEnvironments(
  servers: ServerEnvironment,
): Readonly<Record<keyof typeof migrationFiles, Variables>> {
  const { KAFKA_BROKERS, KAFKA_REPLICAS, MONGODB_URL } = servers;
  return {
    auth: { DATABASE_URL: servers.AUTH_DATABASE_URL },
    upload: { DATABASE_URL: servers.UPLOAD_DATABASE_URL, KAFKA_BROKERS, KAFKA_REPLICAS },
    analytics: { MONGODB_URL },
    chatbot: { MONGODB_URL },
  };
}
