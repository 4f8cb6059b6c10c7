import assert from "node:assert/strict";
import { test } from "node:test";
import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { StatementSchema } from "@finflow/gen/finflow/type/v1/statement_pb";
import { sumOf } from "../src/documents/statement-sum.ts";

const sum = (statement: MessageInitShape<typeof StatementSchema>) =>
  sumOf(create(StatementSchema, { currency: "GBP", ...statement }));

test("a sum that holds is written out, exact and grouped", () => {
  const statement = { openingBalance: "4210.00", closingBalance: "4334.60" };
  assert.equal(
    sum({ ...statement, totalCredit: "3000.00", totalDebit: "2875.40" }),
    "GBP 4,210.00 + 3,000.00 − 2,875.40 = 4,334.60",
  );
});

test("a sum that does not hold says both figures", () => {
  const statement = {
    openingBalance: "-0.10",
    closingBalance: "0.30",
    totalCredit: "0.30",
    totalDebit: "0.00",
  };
  assert.equal(sum(statement), "GBP −0.10 + 0.30 − 0.00 = 0.20, but 0.30 is printed");
});

test("what a card's holder owes grows with what is spent", () => {
  const statement = {
    openingBalance: "100.00",
    closingBalance: "130.00",
    totalCredit: "20.00",
    totalDebit: "50.00",
  };
  assert.equal(sum(statement), "GBP 100.00 + 50.00 − 20.00 = 130.00");
});

test("currencies keep their own decimals, and amounts beyond a double their last digit", () => {
  const yen = { currency: "JPY", openingBalance: "0", totalCredit: "9007199254740993", totalDebit: "0" };
  assert.equal(
    sum({ ...yen, closingBalance: "9007199254740993" }),
    "JPY 0 + 9,007,199,254,740,993 − 0 = 9,007,199,254,740,993",
  );
  const dinar = { currency: "KWD", openingBalance: "1.005", totalCredit: "0.000", totalDebit: "0.001" };
  assert.equal(sum({ ...dinar, closingBalance: "1.004" }), "KWD 1.005 + 0.000 − 0.001 = 1.004");
});

test("without balances the total due stands for them, else there is no sum", () => {
  const rows = { totalCredit: "200.00", totalDebit: "1065.35" };
  const checks = [{ kind: "total_due", printed: "865.35", computed: "865.35", difference: "0.00" }];
  assert.equal(sum({ ...rows, checks }), "GBP 1,065.35 − 200.00 = 865.35, and 865.35 is printed as due");
  assert.equal(sum(rows), "GBP 200.00 in, 1,065.35 out");
});
