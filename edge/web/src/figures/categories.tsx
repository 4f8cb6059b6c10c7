import type { GetCategoriesResponse_Entry } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { Amount } from "../money.tsx";

/** Expense per category, as a table whose bars are meters. */
export function Categories({ entries }: { entries: GetCategoriesResponse_Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <table>
      <caption>Spending by category</caption>
      <thead>
        <tr>
          <th scope="col">Category</th>
          <th scope="col">Share</th>
          <th scope="col" className="number">
            Amount
          </th>
          <th scope="col" className="number">
            Rows
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.category}>
            <th scope="row">{entry.category}</th>
            <td>
              <meter min={0} max={100} value={entry.percentage} aria-label={`${entry.percentage} %`} />{" "}
              {entry.percentage} %
            </td>
            <td className="number">
              <Amount money={entry.total} />
            </td>
            <td className="number">{entry.count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
