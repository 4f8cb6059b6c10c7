import type { Transaction } from "@finflow/gen/finflow/type/v1/transaction_pb";

/** @throws ConnectError where the row was changed elsewhere meanwhile, or the call fails */
export type Correct = (
  row: Transaction,
  part: { category?: string; removed?: boolean; undo?: boolean },
) => Promise<void>;
