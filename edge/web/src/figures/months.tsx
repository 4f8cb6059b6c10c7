import type { GetMonthlyExpenseResponse_Entry } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { Amount } from "../amount.tsx";
import { monthName } from "../month-name.ts";

/** What was spent, went out and came in per month. */
export function Months({ entries }: { entries: GetMonthlyExpenseResponse_Entry[] }) {
  if (entries.length === 0) return null;
  // Only for the length of a bar; what is read is the decimal string.
  const highest = Math.max(...entries.map(({ expense }) => Number(expense?.amount ?? 0)), 1);
  return (
    <table className="figures">
      <caption>Month by month</caption>
      <thead>
        <tr>
          <th scope="col">Month</th>
          <th scope="col" className="number">
            Spent
          </th>
          <th scope="col" className="number">
            Debits
          </th>
          <th scope="col" className="number">
            Credits
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ month, expense, debit, credit }) => (
          <tr key={month}>
            <th scope="row">{monthName(month)}</th>
            <td className="number">
              <meter min={0} max={highest} value={Number(expense?.amount ?? 0)} aria-hidden="true" />
              <Amount money={expense} />
            </td>
            <td className="number">
              <Amount money={debit} />
            </td>
            <td className="number">
              <Amount money={credit} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
