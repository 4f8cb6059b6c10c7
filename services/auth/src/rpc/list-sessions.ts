import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { findStandingAccount } from "../adapters/postgres-accounts.ts";
import { listSessions as readSessions } from "../adapters/postgres-sessions.ts";
import { AuthError } from "../domain/auth-error.ts";
import type { AuthResources } from "../ports.ts";
import type { AuthRpc } from "./auth-rpc.ts";
import { callerOf } from "./request-origin.ts";

const defaultPageSize = 50;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function listSessions({ db, now }: AuthResources): AuthRpc["listSessions"] {
  return async ({ pageSize, pageToken }, context) => {
    const caller = callerOf(context);
    const time = now();
    if ((await findStandingAccount(db, caller, time)) === undefined) throw new AuthError("session_ended");
    const size = pageSize === 0 ? defaultPageSize : pageSize;
    const before = pageToken === "" ? undefined : lastOf(pageToken);
    const found = await readSessions(db, { userId: caller.userId, before, limit: size + 1, now: time });
    const page = found.slice(0, size);
    return {
      sessions: page.map(({ sessionId, createTime, lastUseTime, client }) => ({
        sessionId,
        createTime: timestampFromDate(createTime),
        lastUseTime: timestampFromDate(lastUseTime),
        client,
        current: sessionId === caller.sessionId,
      })),
      nextPageToken: found.length > size ? pageTokenOf(page.at(-1)?.sessionId ?? "") : "",
    };
  };
}

/** Opaque to clients, so that it may change (AIP-158). */
const pageTokenOf = (sessionId: string): string => Buffer.from(sessionId).toString("base64url");

function lastOf(pageToken: string): string {
  const sessionId = Buffer.from(pageToken, "base64url").toString();
  if (!uuid.test(sessionId)) throw new AuthError("page_token_invalid", { field: "pageToken" });
  return sessionId;
}
