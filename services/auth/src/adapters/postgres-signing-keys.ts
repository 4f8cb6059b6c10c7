import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import type { Database, Transaction } from "@finflow/postgres/database";
import { transaction } from "@finflow/postgres/transaction";
import { asc, eq, inArray, sql } from "drizzle-orm";
import { calculateJwkThumbprint } from "jose";
import type { Pool } from "pg";
import { nextKeySignsFrom, retiredKeys } from "../domain/key-schedule.ts";
import type { KeyRing } from "./key-ring.ts";
import { signingKeys } from "./tables.ts";

export type StoredKey = typeof signingKeys.$inferSelect;

/** Any number that nothing else in auth's database locks. */
const lockKey = 4_660_046_620;
const modulusLength = 2048;

export function readSigningKeys(db: Database): Promise<StoredKey[]> {
  return db.select().from(signingKeys).orderBy(asc(signingKeys.signFrom));
}

/**
 * Makes the next key when its time has come, drops those of which no valid token is left, and seals the others
 * under the current key encryption key. Of several processes at once one does it.
 *
 * @returns the ids of the keys made now
 */
export async function keepSigningKeys(
  pool: Pool,
  keyRing: KeyRing,
  { rotationMs, now }: { rotationMs: number; now: Date },
): Promise<string[]> {
  return transaction(pool, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${lockKey})`);
    const keys = await readSigningKeys(tx);
    await sealAnew(tx, keyRing, keys);
    const retired = retiredKeys(keys, now).map(({ kid }) => kid);
    if (retired.length > 0) await tx.delete(signingKeys).where(inArray(signingKeys.kid, retired));
    const signFrom = nextKeySignsFrom(keys, rotationMs, now);
    if (signFrom === undefined) return [];
    return [await makeKey(tx, keyRing, signFrom)];
  });
}

async function makeKey(tx: Transaction, keyRing: KeyRing, signFrom: Date): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength });
  const { n = "", e = "" } = createPublicKey(privateKey).export({ format: "jwk" });
  const kid = await calculateJwkThumbprint({ kty: "RSA", n, e });
  const { sealed, keyId } = keyRing.seal(privateKey.export({ format: "der", type: "pkcs8" }), contextOf(kid));
  await tx
    .insert(signingKeys)
    .values({ kid, signFrom, publicN: n, publicE: e, sealedPrivateKey: sealed, sealKeyId: keyId });
  return kid;
}

async function sealAnew(tx: Transaction, keyRing: KeyRing, keys: readonly StoredKey[]): Promise<void> {
  for (const { kid, sealedPrivateKey, sealKeyId } of keys) {
    if (sealKeyId === keyRing.currentKeyId) continue;
    const plain = keyRing.open({ sealed: sealedPrivateKey, keyId: sealKeyId }, contextOf(kid));
    const { sealed, keyId } = keyRing.seal(plain, contextOf(kid));
    plain.fill(0);
    await tx
      .update(signingKeys)
      .set({ sealedPrivateKey: sealed, sealKeyId: keyId })
      .where(eq(signingKeys.kid, kid));
  }
}

/** @throws Error when the key that sealed it is not configured */
export function openPrivateKey(keyRing: KeyRing, { kid, sealedPrivateKey, sealKeyId }: StoredKey): KeyObject {
  const der = keyRing.open({ sealed: sealedPrivateKey, keyId: sealKeyId }, contextOf(kid));
  const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  der.fill(0);
  return key;
}

/** A private key opens in the row of its own id alone. */
const contextOf = (kid: string): string => `signing key ${kid}`;
