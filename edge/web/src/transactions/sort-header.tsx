type Props = {
  field: string;
  text: string;
  orderBy: string;
  isNumber?: boolean;
  onOrder: (orderBy: string) => void;
};

/** A column's head that sorts by it: the first time from the latest, largest or last. */
export function SortHeader({ field, text, orderBy, isNumber, onOrder }: Props) {
  const [by, direction] = orderBy.split(" ");
  const sorted = by !== field ? "none" : direction === "desc" ? "descending" : "ascending";
  return (
    <th scope="col" aria-sort={sorted} className={isNumber ? "number" : ""}>
      <button
        type="button"
        className="link"
        onClick={() => onOrder(sorted === "descending" ? field : `${field} desc`)}
      >
        {text}
      </button>
    </th>
  );
}
