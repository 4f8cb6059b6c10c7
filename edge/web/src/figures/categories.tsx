import type { GetCategoriesResponse_Entry } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { Amount } from "../amount.tsx";

/** Expense per category, as a table whose bars are meters. */
export function Categories({ entries }: { entries: GetCategoriesResponse_Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <table className="figures">
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
        {entries.map(({ category, percentage, total, count }) => (
          <tr key={category}>
            <th scope="row">{category}</th>
            <td>
              <meter min={0} max={100} value={percentage} aria-hidden="true" />
              <span className="share">{percentage} %</span>
            </td>
            <td className="number">
              <Amount money={total} />
            </td>
            <td className="number">{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
