import { useEffect, useRef, useState } from "react";
import { categories } from "./filter.ts";

type Props = { category: string; description: string; onChoose: (category: string) => Promise<void> };

/** How long the arrow keys rest before a choice is one, in milliseconds. */
const pause = 600;

/** A row's category. By keyboard every arrow key changes the value on show; only where it comes to rest counts. */
export function CategoryChoice({ category, description, onChoose }: Props) {
  const [chosen, setChosen] = useState(category);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setChosen(category), [category]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const settle = (wanted: string) => {
    clearTimeout(timer.current);
    if (wanted !== category) void onChoose(wanted).catch(() => setChosen(category));
  };
  return (
    <select
      aria-label={`Category of ${description}`}
      data-control="category"
      value={chosen}
      onChange={({ target }) => {
        setChosen(target.value);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => settle(target.value), pause);
      }}
      onBlur={({ target }) => settle(target.value)}
    >
      {categories.map((name) => (
        <option key={name}>{name}</option>
      ))}
    </select>
  );
}
