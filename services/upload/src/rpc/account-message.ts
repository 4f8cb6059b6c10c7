import { create } from "@bufbuild/protobuf";
import { AccountSchema } from "@finflow/gen/finflow/upload/v1/account_pb";
import type { Account } from "../adapters/postgres-accounts.ts";

/** Field by field: what an account is known by inside must not slip out. */
export function accountMessage({ accountId, institution, maskedNumber, currency, name }: Account) {
  return create(AccountSchema, { accountId, institution, maskedNumber, currency, name });
}
