import type { DescMethod, DescService } from "@bufbuild/protobuf";
import { AnalyticsService } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { AuthService } from "@finflow/gen/finflow/auth/v1/auth_pb";
import { ChatbotService } from "@finflow/gen/finflow/chatbot/v1/chatbot_pb";
import { AccountService } from "@finflow/gen/finflow/upload/v1/account_pb";
import { CorrectionService } from "@finflow/gen/finflow/upload/v1/correction_pb";
import { RuleService } from "@finflow/gen/finflow/upload/v1/rule_pb";
import { UploadService } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { publicRpcs, rpcCost, type ServedRpc, servedRpcs } from "@finflow/rest-transcoder/finflow-surface";
import { nameOf } from "@finflow/rest-transcoder/routes";

/** The processes behind edge. */
export const backends = ["auth", "upload", "analytics", "chatbot"] as const;
export type Backend = (typeof backends)[number];

/** Every service that edge can reach, and where it runs. */
const services: readonly (readonly [DescService, Backend])[] = [
  [AuthService, "auth"],
  [UploadService, "upload"],
  [CorrectionService, "upload"],
  [RuleService, "upload"],
  [AccountService, "upload"],
  [AnalyticsService, "analytics"],
  [ChatbotService, "chatbot"],
];

export const restServices: readonly DescService[] = services.map(([service]) => service);

/** What edge calls of a process. */
export const servicesOf = (wanted: Backend): DescService[] =>
  services.flatMap(([service, backend]) => (backend === wanted ? [service] : []));

export type ServedMethod = {
  readonly method: DescMethod;
  readonly backend: Backend;
  readonly isPublic: boolean;
  /** Units it takes from the limits. */
  readonly cost: number;
};

/** The RPCs of the list, and no other; a name on it that no service has is an error. */
export const servedMethods: ReadonlyMap<string, ServedMethod> = new Map(
  servedRpcs.map((name) => [name, served(name)]),
);

function served(name: ServedRpc): ServedMethod {
  for (const [service, backend] of services) {
    const method = service.methods.find((candidate) => nameOf(candidate) === name);
    if (method) {
      return { method, backend, isPublic: publicRpcs.includes(name), cost: rpcCost[name] ?? 1 };
    }
  }
  throw new Error(`no service has ${name}`);
}
