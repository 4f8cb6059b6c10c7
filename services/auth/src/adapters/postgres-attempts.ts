import type { Database, Transaction } from "@finflow/postgres/database";
import { transaction } from "@finflow/postgres/transaction";
import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Pool } from "pg";
import { type AttemptSubject, attempt, attemptLimits } from "../domain/login-delay.ts";
import type { Attempter, Attempts } from "../domain/prove-password.ts";
import type { KeyRing } from "./key-ring.ts";
import { loginAttempts } from "./tables.ts";

type Counted = { readonly name: AttemptSubject; readonly account: Buffer; readonly address: Buffer };

const nobody = Buffer.alloc(0);
const purpose = "login attempts";

/**
 * The counters of one attempt, in one order for all: or two attempts that share two of them could wait for each
 * other. Attempts whose address is unknown share that one.
 */
function countersOf(keyRing: KeyRing, { email, address }: Attempter): Counted[] {
  const [account] = keyRing.macs(purpose, "account", email);
  const [from] = keyRing.macs(purpose, "address", address);
  return [
    { name: "address", account: nobody, address: from },
    { name: "account", account, address: nobody },
    { name: "account_at_address", account, address: from },
  ];
}

const isRow = ({ account, address }: Counted) =>
  and(eq(loginAttempts.account, account), eq(loginAttempts.address, address));

/** Counted in the database: a restart forgets nothing, and all replicas count together. */
export function createAttempts(pool: Pool, db: Database, keyRing: KeyRing, now: () => Date): Attempts {
  return {
    count: (attempter) => transaction(pool, (tx) => countAttempt(tx, countersOf(keyRing, attempter), now())),
    takeBack: (attempter) => lower(db, countersOf(keyRing, attempter)),
    succeed: async (attempter) => {
      const counters = countersOf(keyRing, attempter);
      await db
        .delete(loginAttempts)
        .where(or(...counters.filter(({ name }) => name !== "address").map(isRow)));
      await lower(
        db,
        counters.filter(({ name }) => name === "address"),
      );
    },
  };
}

async function countAttempt(tx: Transaction, counters: Counted[], now: Date): Promise<number> {
  const outcomes = [];
  for (const counter of counters) {
    const { name, account, address } = counter;
    await tx
      .insert(loginAttempts)
      .values({ account, address, failures: 0, lastTime: now })
      .onConflictDoNothing();
    const [row] = await tx.select().from(loginAttempts).where(isRow(counter)).for("update");
    outcomes.push({ counter, outcome: attempt(row, attemptLimits[name], now) });
  }
  const longest = Math.max(...outcomes.map(({ outcome }) => ("waitMs" in outcome ? outcome.waitMs : 0)));
  if (longest > 0) return longest;
  for (const { counter, outcome } of outcomes) {
    if ("counter" in outcome) await tx.update(loginAttempts).set(outcome.counter).where(isRow(counter));
  }
  return 0;
}

async function lower(db: Database, counters: Counted[]): Promise<void> {
  await db
    .update(loginAttempts)
    .set({ failures: sql`greatest(${loginAttempts.failures} - 1, 0)` })
    .where(or(...counters.map(isRow)));
}

/** Those of the account, from every address. */
export async function forgetAttempts(db: Database, keyRing: KeyRing, email: string): Promise<void> {
  await db
    .delete(loginAttempts)
    .where(inArray(loginAttempts.account, keyRing.macs(purpose, "account", email)));
}
