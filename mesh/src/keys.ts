import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { exportServiceKeys, generateServiceKeys } from "@finflow/identity/service-keys";
import { keptOrMade, keptSecret } from "@finflow/solo/kept-secret";

/** Who calls internal RPCs. */
const callers = ["analytics", "chatbot", "edge"] as const;
export type Caller = (typeof callers)[number];

export type MountedKeys = {
  readonly authEncryption: string;
  readonly uploadSealing: string;
  /** Its own key, of each caller. */
  readonly ownKeys: Readonly<Record<Caller, string>>;
  /** The public halves. */
  readonly publicKeys: string;
};

/** The secrets that Kubernetes would mount, as files that stay. */
export async function keptKeys(folder: string): Promise<MountedKeys> {
  const publicKeys = join(folder, "public");
  await mkdir(publicKeys, { recursive: true, mode: 0o700 });
  const ownKeys = {} as Record<Caller, string>;
  for (const caller of callers) {
    const pair = await exportServiceKeys(await generateServiceKeys());
    const path = join(folder, `${caller}.json`);
    const kept = JSON.parse(await keptOrMade(path, () => JSON.stringify(pair))) as typeof pair;
    ownKeys[caller] = join(folder, `${caller}-key.pem`);
    await writeFile(ownKeys[caller], kept.privateKey, { mode: 0o600 });
    await writeFile(join(publicKeys, `${caller}.pem`), kept.publicKey);
  }
  return {
    authEncryption: await keysFile(folder, "auth-encryption"),
    uploadSealing: await keysFile(folder, "upload-sealing"),
    ownKeys,
    publicKeys,
  };
}

/** One key, in the form that a mounted secret has. */
async function keysFile(folder: string, name: string): Promise<string> {
  const secret = Buffer.from(await keptSecret(join(folder, `${name}.secret`)), "base64url");
  const path = join(folder, `${name}-keys`);
  await writeFile(path, `1:${secret.toString("base64")}\n`, { mode: 0o600 });
  return path;
}
