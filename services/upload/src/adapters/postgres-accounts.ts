import { randomUUIDv7 } from "node:crypto";
import { type AccountKey, maskedNumber } from "../domain/account-key.ts";
import type { Session } from "./session.ts";

/** An account as a person sees it: never its number. */
export type Account = {
  accountId: string;
  institution: string;
  maskedNumber: string;
  currency: string;
  name: string;
};

const columns = `account_id as "accountId", institution, masked_number as "maskedNumber", currency, name`;

/**
 * The account of a statement, made if it is the first. It then gets the name that the person gave the account
 * which an earlier reading of the same statement took it for.
 */
export async function accountOf(
  session: Session,
  userId: string,
  statement: { account: AccountKey; institution: string },
  earlierAccountId: string | undefined,
): Promise<string> {
  const { institutionKey, numberKey, currency } = statement.account;
  const identity = [userId, institutionKey, numberKey, currency];
  const found = await session.query<{ accountId: string }>(
    `select account_id as "accountId" from accounts
      where user_id = $1 and institution_key = $2 and number_key = $3 and currency = $4`,
    identity,
  );
  if (found.rows[0]) return found.rows[0].accountId;
  // The user's lock is held: nobody else makes it meanwhile.
  const accountId = randomUUIDv7();
  await session.query(
    `insert into accounts
       (user_id, institution_key, number_key, currency, account_id, institution, masked_number, name)
     values ($1, $2, $3, $4, $5, $6, $7,
       coalesce((select name from accounts where user_id = $1 and account_id = $8), ''))`,
    [...identity, accountId, statement.institution, maskedNumber(numberKey), earlierAccountId ?? null],
  );
  return accountId;
}

/** Accounts whose last statement went. */
export async function deleteEmptyAccounts(session: Session, userId: string): Promise<void> {
  await session.query(
    `delete from accounts a where user_id = $1 and not exists (
       select 1 from statements s where s.user_id = a.user_id and s.account_id = a.account_id)`,
    [userId],
  );
}

export async function listAccounts(session: Session, userId: string): Promise<Account[]> {
  const { rows } = await session.query<Account>(
    `select ${columns} from accounts where user_id = $1 order by account_id`,
    [userId],
  );
  return rows;
}

export async function renameAccount(
  session: Session,
  userId: string,
  accountId: string,
  name: string,
): Promise<Account | undefined> {
  const { rows } = await session.query<Account>(
    `update accounts set name = $3 where user_id = $1 and account_id = $2 returning ${columns}`,
    [userId, accountId, name],
  );
  return rows[0];
}
