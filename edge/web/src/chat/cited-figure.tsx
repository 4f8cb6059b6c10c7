import type { Citation } from "@finflow/gen/finflow/chatbot/v1/chatbot_pb";
import { formatAmount, groupThousands } from "../format-amount.ts";
import { type Filter, filterOf } from "../transactions/filter.ts";

type Props = { citation: Citation; onShowRows: (filter: Filter) => void };

/** One figure of an answer, the rows it was counted from, and the call that counted them. */
export function CitedFigure({ citation: { label, value, unit, source }, onShowRows }: Props) {
  const filter = source?.filter && filterOf(source.filter);
  return (
    <>
      {label}: <strong>{inWords(value, unit)}</strong>{" "}
      <span className="hint">
        {source?.rpc.split("/").at(-1)} of {filter ? limits(filter) : "several"}
      </span>{" "}
      {filter && (
        <button
          type="button"
          className="link"
          aria-label={`Rows of ${label}`}
          onClick={() => onShowRows(filter)}
        >
          Rows
        </button>
      )}
    </>
  );
}

function inWords(value: string, unit: string): string {
  if (/^[A-Z]{3}$/.test(unit)) return formatAmount(value, unit);
  if (unit === "%") return `${value} %`;
  return unit === "transactions" ? `${groupThousands(value)} transactions` : value;
}

function limits(filter: Filter): string {
  const { from, to, minAmount, maxAmount, search, account, document, ...rest } = filter;
  const said = [
    ...Object.values(rest).filter(Boolean),
    search && `“${search}”`,
    from && `from ${from}`,
    to && `to ${to}`,
    minAmount && `at least ${minAmount}`,
    maxAmount && `at most ${maxAmount}`,
    account && "one account",
    document && "one statement",
  ].filter(Boolean);
  return said.length > 0 ? said.join(", ") : "everything stored";
}
