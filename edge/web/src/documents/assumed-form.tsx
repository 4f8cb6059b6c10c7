import type { Document } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { type FormEvent, useId } from "react";

export type Said = { year?: number; currency?: string };
type Props = { document: Document; onSay: (said: Said) => Promise<void> };

/** Lets a person say what the paper does not: its year, its currency. */
export function AssumedForm({ document, onSay }: Props) {
  const id = useId();
  const warnings = document.statements.flatMap((statement) => statement.warnings);
  const year = document.year !== 0 || warnings.includes("year_assumed");
  const currency =
    document.currency !== "" ||
    warnings.some((warning) => warning === "currency_assumed" || warning === "currency_unknown");
  if (!year && !currency) return null;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const said: Said = {};
    if (year) said.year = Number(form.get("year"));
    if (currency) said.currency = String(form.get("currency")).toUpperCase();
    void onSay(said);
  };
  return (
    <form className="inline" onSubmit={submit}>
      {year && (
        <>
          <label htmlFor={`${id}-year`}>It prints no year; its last row is of</label>
          <input
            id={`${id}-year`}
            name="year"
            type="number"
            min={1900}
            max={2200}
            defaultValue={document.year || document.statements[0]?.period?.to.slice(0, 4)}
            required
          />
        </>
      )}
      {currency && (
        <>
          <label htmlFor={`${id}-currency`}>Its currency, a code such as EUR</label>
          <input
            id={`${id}-currency`}
            name="currency"
            pattern="[A-Za-z]{3}"
            maxLength={3}
            size={4}
            defaultValue={document.currency || document.statements[0]?.currency}
            required
          />
        </>
      )}
      <button type="submit">Set</button>
    </form>
  );
}
