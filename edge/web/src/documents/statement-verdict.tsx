import { type Check, type Statement, Statement_Verdict } from "@finflow/gen/finflow/type/v1/statement_pb";
import { groupThousands } from "../format-amount.ts";
import { sumOf } from "./statement-sum.ts";

type Verdict = { mark: string; name: string; className: string; meaning: string };

const verdicts: Partial<Record<number, Verdict>> = {
  [Statement_Verdict.RECONCILED]: {
    mark: "✓",
    name: "Reconciled",
    className: "reconciled",
    meaning: "it adds up",
  },
  [Statement_Verdict.DISCREPANT]: {
    mark: "✗",
    name: "Discrepant",
    className: "discrepant",
    meaning: "it does not add up",
  },
  [Statement_Verdict.UNVERIFIABLE]: {
    mark: "?",
    name: "Unverifiable",
    className: "unverifiable",
    meaning: "nothing printed proves it",
  },
};

const kinds: Partial<Record<string, string>> = {
  closing_balance: "The closing balance",
  running_balance: "The balance after a row",
  total_debits: "The total of debits",
  total_credits: "The total of credits",
  total_due: "The total due",
  subtotal: "A subtotal",
  count: "The number of rows",
};

/** Contradictions on show; one wrong balance makes all after it wrong. */
const few = 5;

/** A statement's verdict with the sum behind it, and what contradicts it: where, and by how much. */
export function StatementVerdict({ statement }: { statement: Statement }) {
  const verdict = verdicts[statement.verdict];
  const { period, institution, maskedNumber } = statement;
  const wrong = statement.checks.filter(({ difference }) => /[1-9]/.test(difference));
  return (
    <div className={`verdict ${verdict?.className ?? ""}`}>
      <p>
        <strong>
          <span aria-hidden="true">{verdict?.mark} </span>
          {verdict?.name}
        </strong>{" "}
        {[institution, maskedNumber].filter(Boolean).join(" ")}
        {period && (
          <span className="hint">
            {" "}
            {period.from} to {period.to}
          </span>
        )}
      </p>
      <p className="sum">
        {sumOf(statement)}: {verdict?.meaning}.
      </p>
      {statement.warnings.includes("read_by_ocr") && (
        <p className="hint">Read from a picture: letters of descriptions can be wrong.</p>
      )}
      {wrong.length > 0 && (
        <ul className="contradictions">
          {wrong.slice(0, few).map((check, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the checks of a statement do not change.
            <li key={place}>{contradiction(check)}</li>
          ))}
          {wrong.length > few && <li>and {wrong.length - few} more</li>}
        </ul>
      )}
    </div>
  );
}

function contradiction({ kind, page, printed, computed, difference }: Check): string {
  const what = kinds[kind] ?? kind.replaceAll("_", " ");
  const where = page > 0 ? ` on page ${page}` : "";
  const off = groupThousands(difference.replace(/^-/, ""));
  return `${what}${where} is printed as ${groupThousands(printed)}; the rows give ${groupThousands(computed)}. Off by ${off}.`;
}
