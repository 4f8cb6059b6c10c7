import { create } from "@bufbuild/protobuf";
import type { ServiceImpl } from "@connectrpc/connect";
import { type AccountService, ListAccountsResponseSchema } from "@finflow/gen/finflow/upload/v1/account_pb";
import { requireUser } from "@finflow/identity/identity";
import { listAccounts as readAccounts } from "../adapters/postgres-accounts.ts";
import { accountMessage } from "./account-message.ts";
import type { RpcPorts } from "./ports.ts";

export function listAccounts({ pool }: RpcPorts): ServiceImpl<typeof AccountService>["listAccounts"] {
  return async (_request, context) => {
    const accounts = await readAccounts(pool, requireUser(context).userId);
    return create(ListAccountsResponseSchema, { accounts: accounts.map(accountMessage) });
  };
}
