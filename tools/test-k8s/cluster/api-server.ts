import { execFile } from "node:child_process";
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { freePorts } from "@finflow/local-servers/ports";
import { startProcess } from "@finflow/local-servers/server-process";
import { apiServerProgram, etcdProgram } from "../programs/api-server.ts";
import { kubectlProgram } from "../programs/kubectl.ts";

const run = promisify(execFile);

export type ApiServer = {
  /** How to reach it, for programs of Kubernetes and Istio. */
  readonly kubeconfig: string;
  /** Runs kubectl against it, as its administrator. */
  kubectl(args: readonly string[]): Promise<{ stdout: string; stderr: string }>;
  stop(): Promise<void>;
};

/** What a machine needs for it; each is fetched or built the first time. */
export async function apiServerPrograms() {
  const [etcd, apiServer, kubectl] = [await etcdProgram(), await apiServerProgram(), await kubectlProgram()];
  return { etcd, apiServer, kubectl };
}

export type ApiServerSettings = {
  /** There are controllers, which make the tokens of service accounts: a pod needs an account that there is. */
  controllers?: boolean;
  flags?: readonly string[];
};

/** The key in `folder` by which tokens of service accounts are signed. */
export const accountsKey = "accounts.key";

/**
 * Kubernetes' own API server with an etcd behind it, on loopback: it admits, defaults and stores; nothing is
 * scheduled or run where there are no controllers.
 *
 * @throws ServerError
 */
export async function startApiServer(
  folder: string,
  { controllers = false, flags = [] }: ApiServerSettings = {},
): Promise<ApiServer> {
  const programs = await apiServerPrograms();
  const [client = 0, peer = 0, secure = 0] = await freePorts(3);
  await mkdir(folder, { recursive: true });
  const kubeconfig = await writeAccess(folder, secure);
  const etcd = await startProcess({
    name: "etcd",
    program: programs.etcd,
    folder,
    args: [
      ...["--data-dir", join(folder, "etcd"), "--unsafe-no-fsync", "--log-level", "warn"],
      ...["--listen-client-urls", url(client), "--advertise-client-urls", url(client)],
      ...["--listen-peer-urls", url(peer), "--initial-advertise-peer-urls", url(peer)],
      ...["--initial-cluster", `default=${url(peer)}`],
    ],
    isReady: async () => (await fetch(`${url(client)}/health`)).ok,
  });
  const server = await startProcess({
    name: "kube-apiserver",
    program: programs.apiServer,
    folder,
    args: [
      ...[`--etcd-servers=${url(client)}`, "--bind-address=127.0.0.1", "--advertise-address=127.0.0.1"],
      ...[`--secure-port=${secure}`, `--cert-dir=${join(folder, "certificates")}`],
      ...["--service-cluster-ip-range=10.96.0.0/16", "--authorization-mode=RBAC"],
      ...["--service-account-issuer=https://kubernetes.default.svc"],
      // Proxies prove to Istio whose they are by tokens for it.
      ...["--api-audiences=https://kubernetes.default.svc,istio-ca"],
      `--service-account-key-file=${join(folder, "accounts.pub")}`,
      `--service-account-signing-key-file=${join(folder, accountsKey)}`,
      `--token-auth-file=${join(folder, "tokens.csv")}`,
      // It wants accounts that a controller makes; there is none.
      ...(controllers ? [] : ["--disable-admission-plugins=ServiceAccount"]),
      ...flags,
    ],
    // The one who asks must be known: /readyz is not for strangers, and its certificate is its own.
    isReady: async () => {
      const args = ["--kubeconfig", kubeconfig, "get", "--raw", "/readyz"];
      return (await run(programs.kubectl, args)).stdout === "ok";
    },
    patience: 180_000,
  });
  return {
    kubeconfig,
    kubectl: (args) =>
      run(programs.kubectl, ["--kubeconfig", kubeconfig, ...args], { maxBuffer: 64_000_000 }),
    async stop() {
      await server.stop();
      await etcd.stop();
    },
  };
}

function url(port: number): string {
  return `http://127.0.0.1:${port}`;
}

/** An administrator's token, keys that service accounts' tokens would be signed with, and the file that kubectl reads. */
async function writeAccess(folder: string, port: number): Promise<string> {
  const token = randomBytes(24).toString("hex");
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const secret = { mode: 0o600 };
  await writeFile(join(folder, "tokens.csv"), `${token},administrator,1,system:masters\n`, secret);
  await writeFile(join(folder, accountsKey), privateKey.export({ type: "pkcs1", format: "pem" }), secret);
  await writeFile(join(folder, "accounts.pub"), publicKey.export({ type: "spki", format: "pem" }));
  const cluster = { server: `https://127.0.0.1:${port}`, "insecure-skip-tls-verify": true };
  const file = join(folder, "kubeconfig.json");
  const config = {
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name: "test", cluster }],
    users: [{ name: "administrator", user: { token } }],
    contexts: [{ name: "test", context: { cluster: "test", user: "administrator" } }],
    "current-context": "test",
  };
  await writeFile(file, JSON.stringify(config), secret);
  return file;
}
