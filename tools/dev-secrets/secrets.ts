import { generateKeyPairSync, randomBytes } from "node:crypto";

export type Secret = {
  apiVersion: "v1";
  kind: "Secret";
  metadata: { name: string; namespace: "finflow" };
  stringData: Record<string, string>;
};

const callers = ["analytics", "chatbot", "edge"] as const;

/**
 * The secrets of the dev overlay, all made anew: passwords and keys of nobody else, and where its stores are. Their
 * names and keys are those that production's External Secrets have, and what the stores of dev need themselves.
 */
export function devSecrets(): Secret[] {
  const passwords = { postgres: password(), auth: password(), upload: password() };
  const s3 = { id: randomBytes(10).toString("hex"), key: randomBytes(20).toString("hex") };
  const pairs = callers.map((name) => ({ name, ...keyPair() }));

  const postgresUrl = (service: "auth" | "upload") =>
    `postgres://finflow_${service}:${passwords[service]}@postgres:5432/finflow_${service}`;
  const mongoUrl = (service: "analytics" | "chatbot") =>
    `mongodb://mongodb-0.mongodb:27017/finflow_${service}?replicaSet=rs0`;
  const kafka = { KAFKA_BROKERS: "kafka-0.kafka:9092" };
  const cache = { REDIS_CACHE_URL: "redis://cache-redis:6379" };

  return [
    secret("postgres", {
      POSTGRES_PASSWORD: passwords.postgres,
      AUTH_PASSWORD: passwords.auth,
      UPLOAD_PASSWORD: passwords.upload,
    }),
    secret("objects", { "s3.json": JSON.stringify({ identities: [identity(s3)] }) }),
    secret("auth-stores", { DATABASE_URL: postgresUrl("auth"), ...cache, ...kafka }),
    secret("upload-stores", {
      ...{ DATABASE_URL: postgresUrl("upload"), ...kafka },
      REDIS_JOBS_URL: "redis://jobs-redis:6379",
      ...{ S3_BUCKET: "finflow", S3_REGION: "us-east-1" },
      ...{ AWS_ACCESS_KEY_ID: s3.id, AWS_SECRET_ACCESS_KEY: s3.key },
    }),
    secret("analytics-stores", { MONGODB_URL: mongoUrl("analytics"), ...kafka }),
    secret("chatbot-stores", { MONGODB_URL: mongoUrl("chatbot"), ...kafka }),
    secret("edge-stores", cache),
    secret("auth-encryption-keys", { keys: sealingKey() }),
    secret("upload-sealing-keys", { keys: sealingKey() }),
    ...pairs.map(({ name, privateKey }) => secret(`${name}-service-key`, { "private.pem": privateKey })),
    secret(
      "service-public-keys",
      Object.fromEntries(pairs.map(({ name, publicKey }) => [`${name}.pem`, publicKey])),
    ),
  ];
}

function secret(name: string, stringData: Record<string, string>): Secret {
  return { apiVersion: "v1", kind: "Secret", metadata: { name, namespace: "finflow" }, stringData };
}

const password = () => randomBytes(24).toString("base64url");

/** `id:base64` of 32 bytes, as mounted keys are read. */
const sealingKey = () => `${new Date().toISOString().slice(0, 10)}:${randomBytes(32).toString("base64")}`;

function keyPair(): { privateKey: string; publicKey: string } {
  return generateKeyPairSync("ed25519", {
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
}

function identity({ id, key }: { id: string; key: string }) {
  return {
    name: "finflow",
    credentials: [{ accessKey: id, secretKey: key }],
    actions: ["Admin", "Read", "Write", "List"],
  };
}
