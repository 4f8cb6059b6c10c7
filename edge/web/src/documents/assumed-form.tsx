import { type FormEvent, useId } from "react";

type Said = { year?: number; currency?: string };
type Props = { warnings: string[]; onSay: (said: Said) => Promise<void> };

/** Lets a person say what the paper does not: its year, its currency. */
export function AssumedForm({ warnings, onSay }: Props) {
  const id = useId();
  const year = warnings.includes("year_assumed");
  const currency = warnings.includes("currency_assumed") || warnings.includes("currency_unknown");
  if (!year && !currency) return null;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const said: Said = {};
    if (form.get("year")) said.year = Number(form.get("year"));
    if (form.get("currency")) said.currency = String(form.get("currency")).toUpperCase();
    void onSay(said);
  };
  return (
    <form className="inline" onSubmit={submit}>
      {year && (
        <>
          <label htmlFor={`${id}-year`}>It prints no year. The last row's year</label>
          <input id={`${id}-year`} name="year" type="number" min={1900} max={2200} />
        </>
      )}
      {currency && (
        <>
          <label htmlFor={`${id}-currency`}>Currency, as a code such as EUR</label>
          <input id={`${id}-currency`} name="currency" pattern="[A-Za-z]{3}" maxLength={3} size={4} />
        </>
      )}
      <button type="submit">Set</button>
    </form>
  );
}
