import type { ProjectionStore } from "@finflow/projection/projection-store";
import type { ProjectionTransactions } from "@finflow/projection/projection-transactions";
import type { Schema } from "@finflow/service-host/schema";
import type { Row } from "./domain/row.ts";
import type { ReadModel } from "./read-model.ts";

/** Where analytics keeps its read model; `Tx` is a transaction of it. */
export type AnalyticsStore<Tx> = {
  projection: ProjectionStore<Row, Tx>;
  transactions: ProjectionTransactions<Tx>;
  figures: Pick<ReadModel, "groups" | "rows">;
  /** Its tables, or its collections and indexes. */
  schema: Schema;
  /** Under the name that /readyz gives it; rejects while the store does not answer. */
  check: { name: string; check: () => Promise<void> };
};
