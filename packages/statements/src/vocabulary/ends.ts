import { fold } from "../text/fold.ts";
import { phrases } from "./vocabulary.ts";

const set = (words: string): ReadonlySet<string> => new Set(phrases(words).map(fold));

/** Words that say of which end a balance is, though others stand between: "Beginning core balance", "Saldo contable final". */
export const openingWords = set(
  "beginning, opening, starting, initial, previous, inicial, anterior, iniziale, precedente, précédent, début",
);
export const closingWords = set("ending, closing, final, finale");

/** What stands between where another balance than the account's own is meant. */
export const otherBalances = set(`
  daily, average, avg, available, minimum, min, maximum, lowest, highest, monthly, collected, disponible, disponibile,
  disponível, medio, moyen, médio, mínimo, minimo, points, reward, rewards, share, portfolio, market, investment
`);
