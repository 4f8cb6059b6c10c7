import assert from "node:assert/strict";
import { test } from "node:test";
import { create } from "@bufbuild/protobuf";
import { Statement_Verdict } from "@finflow/gen/finflow/type/v1/statement_pb";
import { TransactionFilterSchema } from "@finflow/gen/finflow/type/v1/transaction_filter_pb";
import { Transaction_Flow, Transaction_Type } from "@finflow/gen/finflow/type/v1/transaction_pb";
import { everything, filterOf, requestOf } from "../src/transactions/filter.ts";

test("a citation's filter becomes the table's and asks for the same rows", () => {
  const cited = {
    category: ["food"],
    type: [Transaction_Type.DEBIT],
    flow: [Transaction_Flow.SPENDING],
    from: "2025-06-01",
    to: "2025-06-30",
    minAmount: "1.50",
    maxAmount: "20",
    currency: ["GBP"],
    account: ["01980000-0000-7000-8000-000000000001"],
    document: ["01980000-0000-7000-8000-000000000002"],
    verdict: [Statement_Verdict.DISCREPANT],
    search: "corner shop",
  };
  const filter = filterOf(create(TransactionFilterSchema, cited));
  assert.ok(filter);
  assert.deepEqual(requestOf(filter), cited);
});

test("no limit stays no limit", () => {
  assert.deepEqual(filterOf(create(TransactionFilterSchema, {})), everything);
  const { search, category, type } = requestOf(everything);
  assert.deepEqual([search, category, type], ["", [], []]);
});

test("a filter of several values is not passed off as one of them", () => {
  assert.equal(filterOf(create(TransactionFilterSchema, { category: ["food", "bills"] })), undefined);
});
