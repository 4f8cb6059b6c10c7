import { Code } from "@connectrpc/connect";
import { errorTable } from "@finflow/service-host/error-table";
import type { AnalyticsError, AnalyticsErrorReason } from "../domain/analytics-error.ts";

/** What clients are told of each thing that analytics refuses. */
export const errors = errorTable<AnalyticsErrorReason, AnalyticsError>("finflow.analytics", {
  bad_filter: (error) => invalid("the filter cannot be meant", error),
  bad_page: (error) => invalid("there is no such page", error),
  too_far: (error) => ({ ...invalid("the page is too far in", error), code: Code.OutOfRange }),
});

function invalid(message: string, { violation }: AnalyticsError) {
  const violations = [{ field: violation.field, description: violation.problem }];
  return {
    code: Code.InvalidArgument,
    message: `${message}: ${violation.field} ${violation.problem}`,
    violations,
  };
}
