import type { Document } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { categories, everything, type Filter } from "./filter.ts";

type Props = { filter: Filter; documents: Document[]; onChange: (filter: Filter) => void };

/** The table's filter: labelled inputs that act as they change. */
export function Filters({ filter, documents, onChange }: Props) {
  const input = (name: keyof Filter, label: string, type = "text") => (
    <label>
      {label}
      <input
        type={type}
        value={filter[name]}
        inputMode={name.endsWith("Amount") ? "decimal" : undefined}
        pattern={name.endsWith("Amount") ? "[0-9]+([.][0-9]{1,4})?" : undefined}
        onChange={(event) =>
          event.target.validity.valid && onChange({ ...filter, [name]: event.target.value })
        }
      />
    </label>
  );
  const choice = (name: keyof Filter, label: string, options: [value: string, text: string][]) => (
    <label>
      {label}
      <select value={filter[name]} onChange={(event) => onChange({ ...filter, [name]: event.target.value })}>
        <option value="">all</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <fieldset className="filters">
      <legend>Show only</legend>
      {input("search", "Words", "search")}
      {choice(
        "category",
        "Category",
        categories.map((category) => [category, category]),
      )}
      {choice("type", "Side", [
        ["debit", "debit"],
        ["credit", "credit"],
      ])}
      {input("from", "From", "date")}
      {input("to", "To", "date")}
      {input("minAmount", "At least")}
      {input("maxAmount", "At most")}
      {choice(
        "document",
        "Statement",
        documents.map(({ documentId, fileName }) => [documentId, fileName]),
      )}
      <button type="button" className="link" onClick={() => onChange(everything)}>
        Clear
      </button>
    </fieldset>
  );
}
