import type { DescMethod, DescService } from "@bufbuild/protobuf";
import { AnalyticsService } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { RevocationService } from "@finflow/gen/finflow/auth/internal/v1/revocations_pb";
import { AuthService } from "@finflow/gen/finflow/auth/v1/auth_pb";
import { ChatbotService } from "@finflow/gen/finflow/chatbot/v1/chatbot_pb";
import { UserRowsService } from "@finflow/gen/finflow/upload/internal/v1/user_rows_pb";
import { AccountService } from "@finflow/gen/finflow/upload/v1/account_pb";
import { CorrectionService } from "@finflow/gen/finflow/upload/v1/correction_pb";
import { RuleService } from "@finflow/gen/finflow/upload/v1/rule_pb";
import { UploadService } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { publicRpcs, servedRpcs } from "@finflow/rest-transcoder/finflow-surface";
import { nameOf } from "@finflow/rest-transcoder/routes";

/** Where Finflow runs; principals name it, so no overlay may move it. */
export const namespace = "finflow";

/** Identities that call. What does not stand here as a caller of something calls nothing. */
export type Caller = "edge" | "auth" | "upload" | "analytics" | "chatbot";

/** Who may call which RPCs, and whether the caller must bring a user's token. */
export type Access = { from: readonly Caller[]; rpcs: readonly string[]; user: boolean };

export type MeshService = {
  name: "auth" | "upload" | "analytics" | "chatbot";
  grpcPort: number;
  adminPort: number;
  /** All that it serves on its gRPC port. */
  contracts: readonly DescService[];
  access: readonly Access[];
};

/** The path of an RPC, as HTTP/2 carries it. */
export function pathOf(method: DescMethod): string {
  return `/${nameOf(method)}`;
}

const served: readonly string[] = servedRpcs;
const open: readonly string[] = publicRpcs;

/** What edge passes on to these services: the RPCs that it serves, and no other. */
function fromEdge(...contracts: readonly DescService[]): Access[] {
  const names = contracts
    .flatMap(({ methods }) => methods.map(nameOf))
    .filter((name) => served.includes(name));
  const rules: Access[] = [
    { from: ["edge"], rpcs: paths(names.filter((name) => !open.includes(name))), user: true },
    { from: ["edge"], rpcs: paths(names.filter((name) => open.includes(name))), user: false },
  ];
  return rules.filter(({ rpcs }) => rpcs.length > 0);
}

/** An internal RPC is called for no user: its caller's identity and its service token are what counts. */
function internal(contract: DescService, from: readonly Caller[]): Access {
  return { from, rpcs: contract.methods.map(pathOf), user: false };
}

function paths(names: readonly string[]): string[] {
  return names.map((name) => `/${name}`);
}

const { getSummary, getCategories, getMonthlyExpense, listTransactions } = AnalyticsService.method;

export const services: readonly MeshService[] = [
  {
    name: "auth",
    grpcPort: 3001,
    adminPort: 3101,
    contracts: [AuthService, RevocationService],
    access: [...fromEdge(AuthService), internal(RevocationService, ["edge"])],
  },
  {
    name: "upload",
    grpcPort: 3000,
    adminPort: 3100,
    contracts: [UploadService, CorrectionService, RuleService, AccountService, UserRowsService],
    access: [
      ...fromEdge(UploadService, CorrectionService, RuleService, AccountService),
      internal(UserRowsService, ["analytics", "chatbot"]),
    ],
  },
  {
    name: "analytics",
    grpcPort: 3002,
    adminPort: 3102,
    contracts: [AnalyticsService],
    access: [
      ...fromEdge(AnalyticsService),
      // The figures that chatbot's tools ask for, on behalf of the user who asked.
      {
        from: ["chatbot"],
        rpcs: [getSummary, getCategories, getMonthlyExpense, listTransactions].map(pathOf),
        user: true,
      },
    ],
  },
  {
    name: "chatbot",
    grpcPort: 3003,
    adminPort: 3103,
    contracts: [ChatbotService],
    access: fromEdge(ChatbotService),
  },
];

/** What is reached from outside. upload's worker is called by nobody and calls nobody: the namespace's rules do. */
export const edge = { name: "edge", httpPort: 8080, grpcPort: 50_051 } as const;

/** Everyone whose process, or whose proxy, verifies users' tokens by auth's keys. */
export const keyReaders: readonly Caller[] = ["edge", "auth", "upload", "analytics", "chatbot"];

/** The services that a caller reaches: what it may call, and auth, for its keys. */
export function reaches(caller: Caller): string[] {
  const called = services.filter(({ access }) => access.some(({ from }) => from.includes(caller)));
  const names = new Set(called.map(({ name }) => name));
  if (keyReaders.includes(caller)) names.add("auth");
  return [...names].sort();
}

export function hostOf(service: string): string {
  return `${service}.${namespace}.svc.cluster.local`;
}
