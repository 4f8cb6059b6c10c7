import type { ServiceImpl } from "@connectrpc/connect";
import type { AccountService } from "@finflow/gen/finflow/upload/v1/account_pb";
import { requireUser } from "@finflow/identity/identity";
import { renameAccount } from "../adapters/postgres-accounts.ts";
import { withUserLock } from "../adapters/postgres-users.ts";
import { isOneLine } from "../domain/one-line.ts";
import { invalidField, UploadError } from "../domain/upload-error.ts";
import { accountMessage } from "./account-message.ts";
import type { RpcPorts } from "./ports.ts";

export function updateAccount({ pool }: RpcPorts): ServiceImpl<typeof AccountService>["updateAccount"] {
  return async ({ accountId, name }, context) => {
    const { userId } = requireUser(context);
    if (name !== "" && !isOneLine(name)) throw invalidField("name", "must be one line of text");
    // Under the user's lock like every write: an erasure that runs must not leave a name behind.
    const account = await withUserLock(
      pool,
      userId,
      ({ session }) => renameAccount(session, userId, accountId, name.trim()),
      context.signal,
    );
    if (!account) throw new UploadError("account_not_found");
    return accountMessage(account);
  };
}
