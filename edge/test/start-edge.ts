import { randomBytes, randomUUID } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createGrpcJsTransport } from "@finflow/connect-grpc-js/transport";
import { signAccessToken, verifyAccessToken } from "@finflow/identity/access-token";
import { staticJwks } from "@finflow/identity/jwks";
import { createInMemoryRevokedSessions } from "@finflow/identity/revoked-sessions";
import { openFileObjects } from "@finflow/objects/file-objects";
import { clientTelemetry } from "@finflow/telemetry/client-telemetry";
import { createLogger } from "@finflow/telemetry/logger";
import { createMetrics } from "@finflow/telemetry/metrics";
import { exportJWK, generateKeyPair } from "jose";
import type { EdgeAdapters } from "../src/adapters.ts";
import type { EdgeConfig } from "../src/config.ts";
import { createMemoryRateLimiter } from "../src/limits/memory-rate-limiter.ts";
import { buildEdge } from "../src/service.ts";
import { startBackend } from "./backend.ts";

const issuer = "https://finflow.test";
const audience = "finflow";
const keys = await generateKeyPair("RS256", { extractable: true });
const publicKey = { ...(await exportJWK(keys.publicKey)), kid: "1", alg: "RS256", use: "sig" };

export type Person = { userId: string; sessionId: string; token: string; bearer: { authorization: string } };

/** Somebody with an access token that edge accepts. */
export async function signIn(lifeMs = 600_000, userId: string = randomUUID()): Promise<Person> {
  const sessionId = randomUUID();
  const issuedAt = new Date();
  const expiresAt = new Date(issuedAt.getTime() + lifeMs);
  const token = await signAccessToken(
    { keyId: "1", privateKey: keys.privateKey },
    { issuer, audience, userId, sessionId, issuedAt, expiresAt },
  );
  return { userId, sessionId, token, bearer: { authorization: `Bearer ${token}` } };
}

/** An edge on free ports with real services behind it, a page, and an object store in a folder of its own. */
export async function startEdge(config: Partial<EdgeConfig> = {}, adapters: Partial<EdgeAdapters> = {}) {
  const folder = await mkdtemp(join(tmpdir(), "edge-"));
  const signingKey = randomBytes(32);
  const objects = await openFileObjects({ folder: join(folder, "objects"), signingKey });
  const webRoot = join(folder, "dist");
  await mkdir(join(webRoot, "assets"), { recursive: true });
  await writeFile(join(webRoot, "index.html"), "<!doctype html><title>Finflow</title>");
  await writeFile(join(webRoot, "assets/app-1a2b3c.js"), "console.log(1)");
  await writeFile(join(folder, "secret.txt"), "secret");

  const backend = await startBackend(objects);
  const metrics = createMetrics();
  const lines: string[] = [];
  const logger = createLogger({
    service: "edge",
    destination: {
      write: (line: string) => {
        lines.push(line);
      },
    },
  });
  const transport = createGrpcJsTransport(`127.0.0.1:${backend.port}`, {
    interceptors: [clientTelemetry({ metrics })],
    defaultTimeoutMs: 10_000,
  });
  const revokedSessions = createInMemoryRevokedSessions();
  const edge = buildEdge(
    {
      host: "127.0.0.1",
      port: 0,
      grpcPort: 0,
      limits: { user: 100_000, address: 100_000 },
      trustedHops: 0,
      waitMs: 30_000,
      corsOrigins: [],
      uploadOrigins: [],
      webRoot,
      graceMs: 500,
      ...config,
    },
    {
      transports: { auth: transport, upload: transport, analytics: transport, chatbot: transport },
      internalAuth: transport,
      verify: verifyAccessToken({ issuer, audience, jwks: staticJwks(() => ({ keys: [publicKey] })) }),
      revokedSessions,
      rateLimiter: createMemoryRateLimiter(),
      contentStore: { objects, signingKey },
      logger,
      metrics,
      ...adapters,
    },
  );
  async function close() {
    await edge.stop();
    transport.close();
    backend.close();
    await rm(folder, { recursive: true, force: true });
  }
  try {
    const grpc = await edge.startGrpc();
    const { port } = await edge.startHttp();
    const origin = `http://127.0.0.1:${port}`;
    return {
      origin,
      port,
      grpcPort: grpc.port,
      backend,
      revokedSessions,
      objects,
      lines,
      metrics,
      edge,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

export type RunningEdge = Awaited<ReturnType<typeof startEdge>>;

/** Asks over fetch; `json` is undefined where the answer is none. */
export async function ask(edge: RunningEdge, path: string, init: RequestInit = {}) {
  const answer = await fetch(`${edge.origin}${path}`, { redirect: "manual", ...init });
  const text = await answer.text();
  const isJson = answer.headers.get("content-type")?.startsWith("application/json") ?? false;
  // biome-ignore lint/suspicious/noExplicitAny: a JSON answer is looked into
  const json: any = isJson && text !== "" ? JSON.parse(text) : undefined;
  return { status: answer.status, header: answer.headers, text, json };
}

export function jsonBody(body: unknown, method = "POST", headers: Record<string, string> = {}): RequestInit {
  return { method, headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) };
}
