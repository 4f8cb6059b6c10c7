import { type Statement, Statement_Verdict } from "@finflow/gen/finflow/type/v1/statement_pb";
import { groupThousands } from "../money.tsx";

const verdicts: Partial<Record<number, { mark: string; name: string; sum: string }>> = {
  [Statement_Verdict.RECONCILED]: { mark: "✓", name: "reconciled", sum: "it adds up" },
  [Statement_Verdict.DISCREPANT]: { mark: "✗", name: "discrepant", sum: "it does not add up" },
  [Statement_Verdict.UNVERIFIABLE]: { mark: "?", name: "unverifiable", sum: "nothing printed proves it" },
};

/** A statement's verdict with the sum behind it, and what contradicts it. */
export function StatementVerdict({ statement }: { statement: Statement }) {
  const verdict = verdicts[statement.verdict];
  const { period, checks } = statement;
  const wrong = checks.filter(({ difference }) => !/^-?0*(\.0*)?$/.test(difference));
  return (
    <div className={`verdict ${verdict?.name ?? ""}`}>
      <p>
        <strong>
          <span aria-hidden="true">{verdict?.mark} </span>
          {verdict?.name}
        </strong>{" "}
        {[statement.institution, statement.maskedNumber].filter(Boolean).join(" ")}
        {period && ` · ${period.from} to ${period.to}`}
      </p>
      <p className="sum">
        {sumOf(statement)}: {verdict?.sum}
      </p>
      {wrong.length > 0 && (
        <ul>
          {wrong.slice(0, 5).map((check) => (
            <li key={`${check.kind} ${check.page} ${check.printed} ${check.computed}`}>
              {check.kind.replaceAll("_", " ")}
              {check.page > 0 && ` on page ${check.page}`}: printed {groupThousands(check.printed)}, the rows
              give {groupThousands(check.computed)}
            </li>
          ))}
          {wrong.length > 5 && <li>and {wrong.length - 5} more</li>}
        </ul>
      )}
    </div>
  );
}

/** "GBP 4,210.00 + 3,000.00 − 2,875.40 = 4,334.60"; without balances, what the rows add up to. */
function sumOf({ currency, openingBalance, closingBalance, totalCredit, totalDebit }: Statement): string {
  const [credit, debit] = [groupThousands(totalCredit), groupThousands(totalDebit)];
  if (openingBalance === undefined || closingBalance === undefined)
    return `${currency} ${credit} in, ${debit} out`;
  return `${currency} ${groupThousands(openingBalance)} + ${credit} − ${debit} = ${groupThousands(closingBalance)}`;
}
