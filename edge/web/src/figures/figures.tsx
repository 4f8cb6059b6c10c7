import type { Timestamp } from "@bufbuild/protobuf/wkt";
import { timestampDate } from "@bufbuild/protobuf/wkt";
import { useCallback } from "react";
import { finflow } from "../finflow.ts";
import { Amount } from "../money.tsx";
import { Problem } from "../problem.tsx";
import { useAnswer } from "../use-answer.ts";
import { Categories } from "./categories.tsx";
import { Months } from "./months.tsx";

/** Totals, categories and months over everything stored, once it holds the person's last write. */
export function Figures({ revision: minRevision }: { revision: number }) {
  const ask = useCallback(
    async (signal: AbortSignal) => {
      const [summary, categories, months] = await Promise.all([
        finflow.analytics.getSummary({ minRevision }, { signal }),
        finflow.analytics.getCategories({ minRevision }, { signal }),
        finflow.analytics.getMonthlyExpense({ minRevision }, { signal }),
      ]);
      return { summary, categories: categories.categories, months: months.months };
    },
    [minRevision],
  );
  const { value, problem } = useAnswer(ask);
  return (
    <section aria-labelledby="figures-title">
      <h2 id="figures-title">Figures</h2>
      <Problem problem={problem} />
      {value && value.summary.totals.length === 0 && (
        <p className="hint">Figures come with your first statement.</p>
      )}
      {value?.summary.totals.map((totals) => (
        <article key={totals.currency} aria-label={`Totals in ${totals.currency}`}>
          <dl className="totals">
            <Total name="Spent" money={totals.expense} />
            <Total name="Income" money={totals.income} />
            <Total name="All debits" money={totals.totalDebit} />
            <Total name="All credits" money={totals.totalCredit} />
            <Total name="Transferred" money={totals.transfers} />
            <div>
              <dt>Rows</dt>
              <dd>{totals.count}</dd>
            </div>
          </dl>
          {totals.unprovenCount > 0 && (
            <p className="hint">
              {totals.unprovenCount} of these rows are from statements that are not proven: debits{" "}
              <Amount money={totals.unprovenDebit} />, credits <Amount money={totals.unprovenCredit} />.
            </p>
          )}
          {totals.highestExpenseMonth && (
            <p>
              Most was spent in {totals.highestExpenseMonth.month}:{" "}
              <Amount money={totals.highestExpenseMonth.amount} />
              {totals.topCategory &&
                `; most of all on ${totals.topCategory.category}, ${totals.topCategory.percentage} %`}
              .
            </p>
          )}
          <Categories entries={value.categories.filter((entry) => entry.currency === totals.currency)} />
          <Months entries={value.months.filter((entry) => entry.currency === totals.currency)} />
        </article>
      ))}
      {value && value.summary.totals.length > 0 && <AsOf {...value.summary} />}
    </section>
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

function AsOf({ asOf, complete }: { asOf?: Timestamp; complete: boolean }) {
  return (
    <p className="hint">
      {asOf && `As of ${timestampDate(asOf).toLocaleTimeString()}.`}{" "}
      {complete ? "" : "Something is still on its way."}
    </p>
  );
}
