import { type Client, createClient, type Interceptor } from "@connectrpc/connect";
import { createConnectTransport } from "@connectrpc/connect-web";
import { AnalyticsService } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { AuthService } from "@finflow/gen/finflow/auth/v1/auth_pb";
import { ChatbotService } from "@finflow/gen/finflow/chatbot/v1/chatbot_pb";
import { AccountService } from "@finflow/gen/finflow/upload/v1/account_pb";
import { CorrectionService } from "@finflow/gen/finflow/upload/v1/correction_pb";
import { UploadService } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { authenticated, createSession, type Session } from "./session.ts";
import type { RefreshTokenStore } from "./tokens.ts";
import { type UploadFile, uploadFile } from "./upload-file.ts";

export type FinflowClient = {
  session: Session;
  auth: Client<typeof AuthService>;
  uploads: Client<typeof UploadService>;
  accounts: Client<typeof AccountService>;
  corrections: Client<typeof CorrectionService>;
  analytics: Client<typeof AnalyticsService>;
  chatbot: Client<typeof ChatbotService>;
  uploadFile: UploadFile;
};

export type FinflowClientOptions = {
  /** Edge's address: `location.origin` on the page, "https://…" in an app. */
  baseUrl: string;
  /** For apps: where the refresh token lies. Browsers leave it out and get a cookie. */
  refreshTokens?: RefreshTokenStore;
  fetch?: typeof globalThis.fetch;
};

/** For calls that name no timeout, in milliseconds. */
const defaultTimeoutMs = 15_000;

/**
 * Finflow's RPCs, typed, with the session taken care of.
 *
 * @example
 * const finflow = createFinflowClient({ baseUrl: location.origin });
 * await finflow.session.signIn({ email, password });
 * const { totals } = await finflow.analytics.getSummary({});
 */
export function createFinflowClient(options: FinflowClientOptions): FinflowClient {
  const { baseUrl, refreshTokens, fetch = globalThis.fetch.bind(globalThis) } = options;
  const asWeb: Interceptor = (next) => (request) => {
    if (!refreshTokens) request.header.set("x-finflow-client", "web");
    return next(request);
  };
  const open = createConnectTransport({ baseUrl, fetch, defaultTimeoutMs, interceptors: [asWeb] });
  const session = createSession(open, refreshTokens);
  const interceptors = [asWeb, authenticated(session)];
  const transport = createConnectTransport({ baseUrl, fetch, defaultTimeoutMs, interceptors });
  return {
    session,
    auth: createClient(AuthService, transport),
    uploads: createClient(UploadService, transport),
    accounts: createClient(AccountService, transport),
    corrections: createClient(CorrectionService, transport),
    analytics: createClient(AnalyticsService, transport),
    chatbot: createClient(ChatbotService, transport),
    uploadFile: uploadFile({ baseUrl, fetch, session }),
  };
}
