import { generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Files that Kubernetes would mount from secrets. */
export type MountedKeys = {
  readonly authEncryption: string;
  readonly uploadSealing: string;
  /** The public halves of callers' keys. */
  readonly publicKeys: string;
  /** A caller's own. */
  keyOf(caller: string): string;
};

export async function writeKeys(folder: string): Promise<MountedKeys> {
  const publicKeys = join(folder, "public");
  await mkdir(publicKeys, { recursive: true });
  const keyOf = (caller: string) => join(folder, `${caller}.pem`);
  for (const caller of ["edge", "analytics", "chatbot"]) {
    const { publicKey, privateKey } = generateKeyPairSync("ed25519");
    await writeFile(join(publicKeys, `${caller}.pem`), publicKey.export({ type: "spki", format: "pem" }));
    await writeFile(keyOf(caller), privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  }
  const secret = async (name: string) => {
    const file = join(folder, name);
    await writeFile(file, `test:${randomBytes(32).toString("base64")}\n`, { mode: 0o600 });
    return file;
  };
  return {
    ...{ publicKeys, keyOf },
    authEncryption: await secret("auth-encryption"),
    uploadSealing: await secret("upload-sealing"),
  };
}
