import type { Database } from "@finflow/postgres/database";
import type { Pool } from "pg";
import { signingKey } from "../domain/key-schedule.ts";
import type { KeyRing } from "./key-ring.ts";
import { keepSigningKeys, openPrivateKey, readSigningKeys, type StoredKey } from "./postgres-signing-keys.ts";

/** RFC 7517. */
export type PublicJwk = {
  readonly kty: "RSA";
  readonly use: "sig";
  readonly alg: "RS256";
  readonly kid: string;
  readonly n: string;
  readonly e: string;
};

export type JwkSet = { keys: PublicJwk[] };

export type SigningKeys = {
  /** The key that signs now. */
  readonly current: () => Promise<{ keyId: string; privateKey: CryptoKey }>;
  /** Those that verify, the next one included. The same object until they change. */
  readonly jwks: () => Promise<JwkSet>;
  /** Makes and drops keys as time goes; at the start and every minute or so. Returns the ids of those made. */
  readonly keep: () => Promise<string[]>;
};

type Loaded = { readonly at: number; readonly rows: readonly StoredKey[]; readonly jwks: JwkSet };

/** Far less than the half hour for which a new key is published before it signs. Milliseconds. */
const cacheMs = 60_000;
/** With the database away, verifiers go on with the keys of so long ago. Milliseconds. */
const staleMs = 15 * 60_000;

/** The keys of the database, cached for a minute. */
export function createSigningKeys(
  pool: Pool,
  db: Database,
  keyRing: KeyRing,
  options: { readonly rotationMs: number; readonly now: () => Date },
): SigningKeys {
  const { now, rotationMs } = options;
  const imported = new Map<string, Promise<CryptoKey>>();
  let loaded: Loaded | undefined;
  let loading: Promise<Loaded> | undefined;

  async function load(): Promise<Loaded> {
    const at = now().getTime();
    const rows = await readSigningKeys(db);
    const isSame = rows.map(({ kid }) => kid).join() === loaded?.rows.map(({ kid }) => kid).join();
    loaded = { at, rows, jwks: isSame && loaded ? loaded.jwks : { keys: rows.map(publicJwk) } };
    for (const kid of imported.keys()) if (!rows.some((row) => row.kid === kid)) imported.delete(kid);
    return loaded;
  }

  async function cached(): Promise<Loaded> {
    const age = loaded === undefined ? Number.POSITIVE_INFINITY : Math.abs(now().getTime() - loaded.at);
    if (loaded !== undefined && age < cacheMs) return loaded;
    loading ??= load().finally(() => {
      loading = undefined;
    });
    try {
      return await loading;
    } catch (error) {
      if (loaded !== undefined && age < staleMs) return loaded;
      throw error;
    }
  }

  async function keep(): Promise<string[]> {
    const made = await keepSigningKeys(pool, keyRing, { rotationMs, now: now() });
    await load();
    return made;
  }

  return {
    keep,
    jwks: async () => (await cached()).jwks,
    current: async () => {
      let row = signingKey((await cached()).rows, now());
      if (row === undefined) {
        await keep();
        row = signingKey((await cached()).rows, now());
      }
      if (row === undefined) throw new Error("there is no signing key");
      const { kid } = row;
      let privateKey = imported.get(kid);
      if (privateKey === undefined) {
        privateKey = importKey(keyRing, row);
        imported.set(kid, privateKey);
      }
      return { keyId: kid, privateKey: await privateKey };
    },
  };
}

async function importKey(keyRing: KeyRing, row: StoredKey): Promise<CryptoKey> {
  const der = openPrivateKey(keyRing, row).export({ format: "der", type: "pkcs8" });
  const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  return crypto.subtle.importKey("pkcs8", der, algorithm, false, ["sign"]);
}

function publicJwk({ kid, publicN, publicE }: StoredKey): PublicJwk {
  return { kty: "RSA", use: "sig", alg: "RS256", kid, n: publicN, e: publicE };
}
