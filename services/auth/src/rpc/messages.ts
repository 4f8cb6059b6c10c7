import { create } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import {
  type Erasure as ErasureMessage,
  ErasureSchema,
  type Session as SessionMessage,
  SessionSchema,
  type User as UserMessage,
  UserSchema,
} from "@finflow/gen/finflow/auth/v1/auth_pb";
import type { Account, SignedIn } from "../domain/account.ts";
import { type Erasure, isFinished } from "../domain/erase-user.ts";
import type { AuthPorts } from "../ports.ts";

export function userMessage({ userId, email, createTime }: Account): UserMessage {
  return create(UserSchema, { userId, email, createTime: timestampFromDate(createTime) });
}

export async function sessionMessage(
  { accessToken }: Pick<AuthPorts, "accessToken">,
  signedIn: SignedIn,
): Promise<SessionMessage> {
  const { token, expiresInSeconds } = await accessToken(signedIn);
  return create(SessionSchema, {
    user: userMessage(signedIn.account),
    accessToken: token,
    refreshToken: signedIn.refreshToken,
    expiresIn: expiresInSeconds,
    sessionId: signedIn.session.sessionId,
  });
}

export function erasureMessage(erasure: Erasure): ErasureMessage {
  return create(ErasureSchema, {
    erasureId: erasure.erasureId,
    requestTime: timestampFromDate(erasure.requestTime),
    services: erasure.services.map(({ service, eraseTime }) => ({
      service,
      eraseTime: eraseTime && timestampFromDate(eraseTime),
    })),
    finished: isFinished(erasure),
  });
}
