import type { DescMethodUnary } from "@bufbuild/protobuf";
import { Code, ConnectError, type Transport } from "@connectrpc/connect";
import { AnalyticsService } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { AuthService } from "@finflow/gen/finflow/auth/v1/auth_pb";
import { ChatbotService } from "@finflow/gen/finflow/chatbot/v1/chatbot_pb";
import { UploadService } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { sendJson } from "../http/respond.ts";
import { type Backend, backends } from "../rpc/served-methods.ts";
import type { EdgeHandler } from "./edge-handler.ts";

export type ServiceState = "SERVING" | "NOT_SERVING";
export type HealthReport = {
  status: ServiceState;
  services: Record<Backend, ServiceState>;
  /** What services do without at the moment, such as `upload/events`: figures then fall behind. */
  degraded: string[];
};
/** Whether a service answers, and what it does without; bounded in time by itself. */
export type HealthCheck = () => Promise<{ answers: boolean; away: readonly string[] }>;

const timeoutMs = 2_000;
/** Questions within this time share an answer: /health must not be a way to flood what is behind. */
const keptMs = 1_000;

/** GET /health: each service by name; 503 when one does not answer. */
export function health(
  checks: Readonly<Record<Backend, HealthCheck>>,
): EdgeHandler & { report: () => Promise<HealthReport> } {
  let last: { at: number; report: Promise<HealthReport> } | undefined;
  const report = () => {
    const now = performance.now();
    if (!last || now - last.at > keptMs) last = { at: now, report: ask(checks) };
    return last.report;
  };
  const answer: EdgeHandler = async (exchange) => {
    const found = await report();
    sendJson(exchange, found.status === "SERVING" ? 200 : 503, found);
  };
  return Object.assign(answer, { report });
}

const silent = { answers: false, away: [] };

async function ask(checks: Readonly<Record<Backend, HealthCheck>>): Promise<HealthReport> {
  const states = await Promise.all(
    backends.map(async (name) => ({ name, ...(await checks[name]().catch(() => silent)) })),
  );
  const stateOf = (answers: boolean): ServiceState => (answers ? "SERVING" : "NOT_SERVING");
  return {
    status: stateOf(states.every(({ answers }) => answers)),
    services: Object.fromEntries(
      states.map(({ name, answers }) => [name, stateOf(answers)]),
    ) as HealthReport["services"],
    degraded: states.flatMap(({ name, away }) => away.map((dependency) => `${name}/${dependency}`)),
  };
}

/** An RPC of each service that changes nothing and, without a token, is refused at once. */
const probes: Readonly<Record<Backend, DescMethodUnary>> = {
  auth: AuthService.method.getMe,
  upload: UploadService.method.listDocuments,
  analytics: AnalyticsService.method.getSummary,
  chatbot: ChatbotService.method.listConversations,
};

/** For services of this process, which have no health of their own: any answer is one, a refusal too. */
export function probeOf(backend: Backend, transport: Transport): HealthCheck {
  return async () => {
    try {
      await transport.unary(probes[backend], undefined, timeoutMs, undefined, {});
      return { answers: true, away: [] };
    } catch (error) {
      const isRefusal = error instanceof ConnectError && error.code === Code.Unauthenticated;
      return { answers: isRefusal, away: [] };
    }
  };
}
