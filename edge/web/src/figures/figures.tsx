import { type Timestamp, timestampDate } from "@bufbuild/protobuf/wkt";
import { useCallback } from "react";
import { finflow } from "../finflow.ts";
import { Problem } from "../problem.tsx";
import { useAnswer } from "../use-answer.ts";
import { CurrencyFigures } from "./currency-figures.tsx";

/** Totals, categories and months over everything stored, once it holds the person's last write. */
export function Figures({ revision: minRevision }: { revision: number }) {
  const ask = useCallback(
    async (signal: AbortSignal) => {
      const [summary, categories, months] = await Promise.all([
        finflow.analytics.getSummary({ minRevision }, { signal }),
        finflow.analytics.getCategories({ minRevision }, { signal }),
        finflow.analytics.getMonthlyExpense({ minRevision }, { signal }),
      ]);
      return {
        totals: summary.totals.toSorted((a, b) => b.count - a.count),
        categories: categories.categories,
        months: months.months,
        asOf: summary.asOf,
        complete: [summary, categories, months].every(({ complete }) => complete),
      };
    },
    [minRevision],
  );
  const { value, problem, loading } = useAnswer(ask, isComplete);
  return (
    <section aria-labelledby="figures-title" aria-busy={loading}>
      <h2 id="figures-title">Figures</h2>
      <Problem problem={problem} />
      {value?.totals.length === 0 && <p className="hint">Figures come with your first statement.</p>}
      {value?.totals.map((totals, place) => (
        <CurrencyFigures
          key={totals.currency}
          totals={totals}
          categories={value.categories.filter(({ currency }) => currency === totals.currency)}
          months={value.months.filter(({ currency }) => currency === totals.currency)}
          isFirst={place === 0}
        />
      ))}
      {value && value.totals.length > 0 && <AsOf asOf={value.asOf} complete={value.complete} />}
    </section>
  );
}

function isComplete({ complete }: { complete: boolean }): boolean {
  return complete;
}

function AsOf({ asOf, complete }: { asOf: Timestamp | undefined; complete: boolean }) {
  return (
    <p className="hint">
      {asOf && `As of ${timestampDate(asOf).toLocaleTimeString()}.`}{" "}
      {!complete && "Something is still on its way…"}
    </p>
  );
}
