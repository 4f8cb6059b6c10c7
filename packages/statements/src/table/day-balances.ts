import { plainWords } from "../layout/marked-line.ts";
import type { Draft } from "./drafts.ts";
import type { LabelledFigure } from "./labelled-figures.ts";

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
