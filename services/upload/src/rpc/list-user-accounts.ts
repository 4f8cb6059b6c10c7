import { create } from "@bufbuild/protobuf";
import type { ServiceImpl } from "@connectrpc/connect";
import {
  ListUserAccountsResponseSchema,
  type UserRowsService,
} from "@finflow/gen/finflow/upload/internal/v1/user_rows_pb";
import { listAccounts } from "../adapters/postgres-accounts.ts";
import { accountMessage } from "./account-message.ts";
import type { RpcPorts } from "./ports.ts";

export function listUserAccounts({
  pool,
}: RpcPorts): ServiceImpl<typeof UserRowsService>["listUserAccounts"] {
  return async ({ userId }) => {
    const accounts = await listAccounts(pool, userId);
    return create(ListUserAccountsResponseSchema, { accounts: accounts.map(accountMessage) });
  };
}
