import { create } from "@bufbuild/protobuf";
import type { ServiceImpl } from "@connectrpc/connect";
import {
  ListUsersResponseSchema,
  type UserRowsService,
} from "@finflow/gen/finflow/upload/internal/v1/user_rows_pb";
import { listUsers as readUsers } from "../adapters/postgres-users.ts";
import type { RpcPorts } from "./ports.ts";

const defaultPageSize = 200;
const list = "users";

export function listUsers({
  pool,
  pageTokens,
}: Pick<RpcPorts, "pool" | "pageTokens">): ServiceImpl<typeof UserRowsService>["listUsers"] {
  return async ({ pageSize, pageToken }) => {
    const limit = pageSize || defaultPageSize;
    const found = await readUsers(pool, pageTokens.read(list, pageToken), limit + 1);
    const users = found.slice(0, limit);
    return create(ListUsersResponseSchema, {
      users,
      nextPageToken: found.length > limit ? pageTokens.make(list, users.at(-1)!.userId) : "",
    });
  };
}
