import { Code } from "@connectrpc/connect";
import { isMongoUnavailable } from "@finflow/mongo/mongo-failure";
import { isUnavailable } from "@finflow/postgres/postgres-failure";
import { errorTable, joinErrorTables } from "@finflow/service-host/error-table";
import { storeErrors } from "@finflow/service-host/store-errors";
import type { AnalyticsError, AnalyticsErrorReason } from "../domain/analytics-error.ts";

/** What clients are told of each thing that analytics refuses. */
const domainErrors = errorTable<AnalyticsErrorReason, AnalyticsError>("finflow.analytics", {
  bad_filter: (error) => invalid("the filter cannot be meant", error),
  bad_page: (error) => invalid("there is no such page", error),
  too_far: (error) => ({ ...invalid("the page is too far in", error), code: Code.OutOfRange }),
});

/** Its store is PostgreSQL in one process with all others, and MongoDB in the mesh. */
const isAway = (error: unknown) => isUnavailable(error) || isMongoUnavailable(error);

export const errors = joinErrorTables(
  domainErrors,
  storeErrors("finflow.analytics", "figures cannot be reached at the moment", isAway),
);

function invalid(message: string, { violation }: AnalyticsError) {
  const violations = [{ field: violation.field, description: violation.problem }];
  return {
    code: Code.InvalidArgument,
    message: `${message}: ${violation.field} ${violation.problem}`,
    violations,
  };
}
