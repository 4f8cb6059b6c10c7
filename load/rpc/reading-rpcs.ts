import type { DescMethod, DescService } from "@bufbuild/protobuf";
import { MethodOptions_IdempotencyLevel } from "@bufbuild/protobuf/wkt";
import { AnalyticsService } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { RevocationService } from "@finflow/gen/finflow/auth/internal/v1/revocations_pb";
import { AuthService } from "@finflow/gen/finflow/auth/v1/auth_pb";
import { ChatbotService } from "@finflow/gen/finflow/chatbot/v1/chatbot_pb";
import { UserRowsService } from "@finflow/gen/finflow/upload/internal/v1/user_rows_pb";
import { AccountService } from "@finflow/gen/finflow/upload/v1/account_pb";
import { CorrectionService } from "@finflow/gen/finflow/upload/v1/correction_pb";
import { RuleService } from "@finflow/gen/finflow/upload/v1/rule_pb";
import { UploadService } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { configName } from "./ghz-configs.ts";

export type ReadingRpc = {
  config: string;
  service: "auth" | "upload" | "analytics" | "chatbot";
  method: DescMethod;
  isInternal: boolean;
};

const services: Record<ReadingRpc["service"], readonly DescService[]> = {
  auth: [AuthService, RevocationService],
  upload: [UploadService, AccountService, CorrectionService, RuleService, UserRowsService],
  analytics: [AnalyticsService],
  chatbot: [ChatbotService],
};

/** One asks for an erasure, which somebody would have to be erased for; the other is not implemented yet. */
const leftOut = ["GetErasure", "ListRules"];

/** Unary RPCs that change nothing: they can be called as often as one likes. */
export function readingRpcs(): ReadingRpc[] {
  return Object.entries(services).flatMap(([service, descs]) =>
    descs
      .flatMap((desc) => desc.methods as readonly DescMethod[])
      .filter(
        ({ methodKind, idempotency, name }) =>
          methodKind === "unary" &&
          idempotency === MethodOptions_IdempotencyLevel.NO_SIDE_EFFECTS &&
          !leftOut.includes(name),
      )
      .map((method) => ({
        config: configName(`${method.parent.typeName}/${method.name}`),
        service: service as ReadingRpc["service"],
        method,
        isInternal: method.parent.typeName.includes(".internal."),
      })),
  );
}
