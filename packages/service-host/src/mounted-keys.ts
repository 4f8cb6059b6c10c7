import { readdir, readFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { readPrivateKey, readPublicKey } from "@finflow/identity/service-keys";
import { ConfigError } from "./config.ts";

/** 32 bytes, and the name by which what was sealed with them says so. */
export type SecretKey = { readonly id: string; readonly key: Buffer };

/**
 * Reads symmetric keys from a mounted secret: `id:base64` of 32 bytes each, the current one first, with commas or
 * lines between.
 *
 * @param variable that named the file
 * @throws ConfigError which names the variable and never quotes the file
 */
export async function readSecretKeys(variable: string, path: string): Promise<[SecretKey, ...SecretKey[]]> {
  const text = await read(variable, path);
  const entries = text.split(/[,\n]/).filter((entry) => entry.trim() !== "");
  const [first, ...others] = entries.map((entry) => {
    const [, id, base64] = /^\s*([\w-]{1,32}):([A-Za-z0-9+/]{43}=?)\s*$/.exec(entry) ?? [];
    if (id === undefined || base64 === undefined)
      throw unusable(variable, "names a file that holds something else than keys (id:base64 of 32 bytes)");
    return { id, key: Buffer.from(base64, "base64") };
  });
  if (!first) throw unusable(variable, "names a file without keys");
  return [first, ...others];
}

/** Reads a service's own Ed25519 key from PEM (PKCS #8). @throws ConfigError */
export async function readServiceKey(variable: string, path: string): Promise<CryptoKey> {
  const pem = await read(variable, path);
  return readPrivateKey(pem).catch(() => {
    throw unusable(variable, "names a file that is no Ed25519 private key (PEM, PKCS #8)");
  });
}

/** Reads the public keys of those who may call: `<service>.pem` each (SPKI). @throws ConfigError */
export async function readCallersKeys(variable: string, folder: string): Promise<Record<string, CryptoKey>> {
  const names = await readdir(folder).catch(() => {
    throw unusable(variable, "names a folder that cannot be read");
  });
  const keys = names.filter((name) => extname(name) === ".pem");
  const read = async (name: string): Promise<[string, CryptoKey]> => {
    const pem = await readFile(join(folder, name), "utf8");
    const key = await readPublicKey(pem).catch(() => {
      throw unusable(variable, `names a folder in which ${name} is no Ed25519 public key (PEM, SPKI)`);
    });
    return [basename(name, ".pem"), key];
  };
  return Object.fromEntries(await Promise.all(keys.map(read)));
}

async function read(variable: string, path: string): Promise<string> {
  return readFile(path, "utf8").catch(() => {
    throw unusable(variable, "names a file that cannot be read");
  });
}

function unusable(variable: string, problem: string): ConfigError {
  return new ConfigError(new Map([[variable, problem]]));
}
