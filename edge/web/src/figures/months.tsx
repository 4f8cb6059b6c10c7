import type { GetMonthlyExpenseResponse_Entry } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { Amount } from "../money.tsx";

/** What came in, went out and was spent per month. */
export function Months({ entries }: { entries: GetMonthlyExpenseResponse_Entry[] }) {
  if (entries.length === 0) return null;
  // Only for the length of a bar; what is read is the decimal string.
  const highest = Math.max(...entries.map((entry) => Number(entry.expense?.amount ?? 0)), 1);
  return (
    <table>
      <caption>Month by month</caption>
      <thead>
        <tr>
          <th scope="col">Month</th>
          <th scope="col" aria-label="Spent, as a bar" />
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
        {entries.map((entry) => (
          <tr key={entry.month}>
            <th scope="row">{entry.month}</th>
            <td>
              <meter min={0} max={highest} value={Number(entry.expense?.amount ?? 0)} aria-hidden="true" />
            </td>
            <td className="number">
              <Amount money={entry.expense} />
            </td>
            <td className="number">
              <Amount money={entry.debit} />
            </td>
            <td className="number">
              <Amount money={entry.credit} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
