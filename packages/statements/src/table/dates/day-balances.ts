import type { Figure } from "../../layout/figures.ts";
import { type DateMark, type MarkedLine, plainWords } from "../../layout/marked-line.ts";
import { findPhrases } from "../../text/phrases.ts";
import { headerPhrases } from "../../vocabulary/lexicon.ts";
import type { Draft } from "../draft/drafts.ts";
import type { LabelledFigure } from "../labels/labelled-figures.ts";

/** The balances by day in what is no row of the account: dates and figures in turn, and no words. */
export function dayBalances({ lines: [line, ...more] }: Draft): LabelledFigure[] {
  if (!line || more.length > 0 || plainWords(line).length > 0) return [];
  return line.dates.flatMap((date, at): LabelledFigure[] => {
    const next = line.dates[at + 1]?.from ?? line.words.length;
    const [figure, ...others] = line.figures.filter(({ from, to }) => from >= date.to && to <= next);
    if (!figure || others.length > 0) return [];
    return [{ kind: "day_balance", figure, all: [figure], line, date }];
  });
}

/** "2 de janeiro de 2024  Saldo do dia: R$ 2.074,06   Valor   Saldo": the day's balance, and at most headings of the rows' columns. */
export function headingBalance(
  line: MarkedLine,
  { from, to }: DateMark,
  [figure, ...more]: readonly Figure[],
): Figure | null {
  const label = line.labels.find((each) => each.from === to);
  if (from > 0 || !label || !figure || more.length > 0 || figure.from !== label.to) return null;
  if (label.value !== "carried" && label.value !== "balance_on") return null;
  const rest = line.words.slice(figure.to).map(({ text }) => text);
  const headed = findPhrases(rest, headerPhrases).reduce((sum, match) => sum + match.to - match.from, 0);
  return headed * 2 >= rest.length ? figure : null;
}
