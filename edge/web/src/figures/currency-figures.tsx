import type {
  CurrencyTotals,
  GetCategoriesResponse_Entry,
  GetMonthlyExpenseResponse_Entry,
} from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { Amount } from "../amount.tsx";
import { formatAmount } from "../format-amount.ts";
import { monthName } from "../month-name.ts";
import { Categories } from "./categories.tsx";
import { Months } from "./months.tsx";

type Props = {
  totals: CurrencyTotals;
  categories: GetCategoriesResponse_Entry[];
  months: GetMonthlyExpenseResponse_Entry[];
  /** Open from the start; the other currencies wait to be opened. */
  isFirst: boolean;
};

/** Everything there is to say of one currency. Two are never added. */
export function CurrencyFigures({ totals, categories, months, isFirst }: Props) {
  const { currency, count, expense } = totals;
  return (
    <details className="currency" open={isFirst}>
      <summary>
        {currency}
        <span className="hint">
          {" "}
          {count === 1 ? "1 row" : `${count} rows`}
          {expense && `, ${formatAmount(expense.amount, expense.currency)} spent`}
        </span>
      </summary>
      <dl className="totals">
        <Total name="Spent" money={totals.expense} />
        <Total name="Income" money={totals.income} />
        <Total name="Transferred" money={totals.transfers} />
        <Total name="All debits" money={totals.totalDebit} />
        <Total name="All credits" money={totals.totalCredit} />
      </dl>
      {totals.unprovenCount > 0 && (
        <p className="hint">
          {totals.unprovenCount} of these rows are of statements that are not proven: debits{" "}
          <Amount money={totals.unprovenDebit} />, credits <Amount money={totals.unprovenCredit} />.
        </p>
      )}
      {totals.highestExpenseMonth && (
        <p>
          Most was spent in {monthName(totals.highestExpenseMonth.month)}:{" "}
          <Amount money={totals.highestExpenseMonth.amount} />.
          {totals.topCategory &&
            ` Most of all went to ${totals.topCategory.category}: ${totals.topCategory.percentage} %.`}
        </p>
      )}
      <Categories entries={categories} />
      <Months entries={months} />
    </details>
  );
}

function Total({ name, money }: { name: string; money: Parameters<typeof Amount>[0]["money"] }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Amount money={money} />
      </dd>
    </div>
  );
}
