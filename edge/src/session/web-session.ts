import type { Message } from "@bufbuild/protobuf";
import { Code, type Interceptor, type UnaryRequest, type UnaryResponse } from "@connectrpc/connect";
import {
  AuthService,
  type LogoutRequest,
  type RefreshRequest,
  type Session,
} from "@finflow/gen/finflow/auth/v1/auth_pb";
import { restError } from "@finflow/rest-transcoder/rest-error";
import { type HttpAnswer, httpAnswerKey } from "../rpc/call-values.ts";
import { clearRefreshCookie, isSameOrigin, readRefreshCookie, setRefreshCookie } from "./refresh-cookie.ts";

const { register, login, refresh, logout, deleteMe } = AuthService.method;
const givesSession = new Set<unknown>([register, login, refresh]);
const takesToken = new Set<unknown>([refresh, logout]);
const endsSession = new Set<unknown>([logout, deleteMe]);

/**
 * For clients that send `X-Finflow-Client: web`: the refresh token travels as a cookie that no script can read,
 * and the messages' own field stays empty. Requests of other origins with that header are refused.
 */
export const webSession: Interceptor = (next) => async (request) => {
  const answer = request.contextValues.get(httpAnswerKey);
  const isOurs = givesSession.has(request.method) || endsSession.has(request.method);
  if (!answer || request.stream || !isOurs || request.header.get("x-finflow-client") !== "web") {
    return next(request);
  }
  if (!isSameOrigin(request.header, answer.isHttps)) {
    throw restError(Code.PermissionDenied, "X-Finflow-Client: web is for pages of this origin", {
      reason: "CROSS_ORIGIN",
    });
  }
  // Also when the call fails: whoever signs out wants the cookie gone.
  if (request.method === logout) answer.setHeader("Set-Cookie", clearRefreshCookie(answer.isHttps));
  const response = await next(takesToken.has(request.method) ? withCookie(request, answer) : request);
  if (request.method === deleteMe) answer.setHeader("Set-Cookie", clearRefreshCookie(answer.isHttps));
  return givesSession.has(request.method) && !response.stream ? withoutToken(response, answer) : response;
};

function withCookie(request: UnaryRequest, { isHttps }: HttpAnswer): UnaryRequest {
  const message = request.message as Message as RefreshRequest | LogoutRequest;
  const refreshToken = message.refreshToken || readRefreshCookie(request.header.get("cookie"), isHttps);
  const filled: RefreshRequest | LogoutRequest = { ...message, refreshToken: refreshToken ?? "" };
  return { ...request, message: filled };
}

function withoutToken(response: UnaryResponse, answer: HttpAnswer): UnaryResponse {
  const session = response.message as Message as Session;
  answer.setHeader("Set-Cookie", setRefreshCookie(session.refreshToken, answer.isHttps));
  const withheld: Session = { ...session, refreshToken: "" };
  return { ...response, message: withheld };
}
