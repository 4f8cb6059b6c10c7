import type { Document } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { useEffect, useState } from "react";
import {
  amountPattern,
  categories,
  everything,
  type Filter,
  flowNames,
  typeNames,
  verdictNames,
} from "./filter.ts";

type Props = { filter: Filter; documents: Document[]; onChange: (filter: Filter) => void };

/** How long a person pauses before what was typed counts, in milliseconds. */
const pause = 300;

/** The table's filter: labelled inputs that act as they change, once what stands there is whole. */
export function Filters({ filter, documents, onChange }: Props) {
  const [draft, setDraft] = useState(filter);
  const [isWhole, setWhole] = useState(true);
  // A filter from elsewhere, such as an answer's, takes the draft's place.
  useEffect(() => setDraft(filter), [filter]);
  useEffect(() => {
    if (!isWhole || draft === filter) return;
    const timer = setTimeout(() => onChange(draft), pause);
    return () => clearTimeout(timer);
  }, [draft, filter, isWhole, onChange]);

  const input = (name: keyof Filter, label: string, type = "text", pattern?: string) => (
    <label>
      {label}
      <input
        {...{ type, pattern }}
        value={draft[name]}
        maxLength={type === "search" ? 200 : undefined}
        inputMode={pattern ? "decimal" : undefined}
        title={pattern ? "A number such as 12.50" : undefined}
        onChange={({ target }) => {
          setDraft({ ...draft, [name]: target.value });
          setWhole(target.closest("fieldset")?.querySelector("input:invalid") === null);
        }}
      />
    </label>
  );
  const choice = (name: keyof Filter, label: string, options: [value: string, text: string][]) => (
    <label>
      {label}
      <select value={draft[name]} onChange={({ target }) => onChange({ ...draft, [name]: target.value })}>
        <option value="">all</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  const same = (values: Iterable<string>) => [...values].map((value): [string, string] => [value, value]);
  const statements = documents.flatMap((document) => document.statements);
  const accounts = new Map(
    statements.map(({ accountId, institution, maskedNumber, currency }) => [
      accountId,
      [institution, maskedNumber, currency].filter(Boolean).join(" "),
    ]),
  );
  const currencies = new Set(statements.map(({ currency }) => currency).toSorted());

  return (
    <fieldset className="filters">
      <legend>Show only</legend>
      {input("search", "Words", "search")}
      {choice("category", "Category", same(categories))}
      {choice("type", "Side", same(Object.keys(typeNames)))}
      {choice("flow", "Kind", same(Object.keys(flowNames)))}
      {input("from", "From", "date")}
      {input("to", "To", "date")}
      {input("minAmount", "At least", "text", amountPattern)}
      {input("maxAmount", "At most", "text", amountPattern)}
      {choice("currency", "Currency", same(currencies))}
      {choice("account", "Account", [...accounts])}
      {choice(
        "document",
        "Statement",
        documents.map(({ documentId, fileName }) => [documentId, fileName]),
      )}
      {choice("verdict", "Proof", same(Object.keys(verdictNames)))}
      <button
        type="button"
        className="quiet"
        onClick={() => {
          setDraft(everything);
          setWhole(true);
          onChange(everything);
        }}
      >
        Show everything
      </button>
    </fieldset>
  );
}
