import type { DateMark } from "../../layout/marked-line.ts";
import type { Entry } from "../../table/draft/drafts.ts";
import type { LabelledFigure } from "../../table/labels/labelled-figures.ts";
import { fold } from "../../text/fold.ts";

/** Labelled figures by where they stand among the rows of one account. */
export type Anchors = {
  before: LabelledFigure[];
  /** Between rows: after how many drafts. */
  between: { after: number; label: LabelledFigure }[];
  after: LabelledFigure[];
  /** How many drafts there are. */
  drafts: number;
};

export function anchorsOf(entries: readonly Entry[]): Anchors {
  const drafts = entries.filter(({ type }) => type === "draft").length;
  const anchors: Anchors = { before: [], between: [], after: [], drafts };
  let seen = 0;
  let closed: "no" | "here" | "above" = "no";
  for (const entry of entries) {
    if (entry.type === "draft") {
      seen++;
      closed = entry.draft.label === "closing" ? "here" : "no";
    }
    // Below the closing balance a title opens what is told besides: savings that belong to the account, say.
    if (entry.type === "line" && closed === "here") closed = "above";
    if (entry.type !== "label") continue;
    if (entry.label.kind === "closing" && seen > 0) closed = "here";
    if (closed === "above" && seen === drafts && entry.label.kind === "balance_on") continue;
    if (seen === 0) anchors.before.push(entry.label);
    else if (seen === drafts) anchors.after.push(entry.label);
    else anchors.between.push({ after: seen, label: entry.label });
  }
  return anchors;
}

/** A printed figure that is an end of the account, and which; `soft` ones only say "balance". */
export type EndPoint = { end: "opening" | "closing"; soft: boolean; label: LabelledFigure };

/** Which labels are the opening and the closing balance. Dated ones are told by their date, others by their place. */
export function endPoints(
  anchors: Anchors,
  firstDate: string,
  lastDate: string,
  dateOf: (mark: DateMark) => string | null,
  isNewestFirst = false,
): EndPoint[] {
  const ends: EndPoint[] = [];
  const place = (labels: readonly LabelledFigure[], otherwise: "opening" | "closing") => {
    for (const label of labels) {
      if (label.kind === "opening" || label.kind === "closing")
        ends.push({ end: label.kind, soft: false, label });
      else if (label.kind === "carried") {
        if (otherwise === "closing" && !sumsLastPart(anchors, label))
          ends.push({ end: "closing", soft: true, label });
      } else if (label.kind === "balance_on") {
        const date = label.date && dateOf(label.date);
        const end = date ? byDate(date, firstDate, lastDate, otherwise) : otherwise;
        if (end) ends.push({ end, soft: !date, label });
      }
    }
  };
  // "Balance at the top" and "Balance at the foot": above the newest row stands what there is in the end.
  const isUndated = ({ kind, date }: LabelledFigure) => kind === "balance_on" && !date;
  const isTurned = isNewestFirst && anchors.before.some(isUndated) && anchors.after.some(isUndated);
  place(anchors.before, isTurned ? "closing" : "opening");
  place(anchors.after, isTurned ? "opening" : "closing");
  return ends;
}

/** "Sub total" below each part of the rows, and the balance below the last one's: that is a sum as the others are. */
function sumsLastPart({ between, after }: Anchors, label: LabelledFigure): boolean {
  const others = between.filter(({ label: { kind } }) => kind === "carried");
  const below = after.slice(after.indexOf(label) + 1);
  const words = carriedWords(label);
  return (
    words !== null &&
    others.some((other) => carriedWords(other.label) === words) &&
    below.some(({ kind, date }) => kind === "closing" || (kind === "balance_on" && !date))
  );
}

/** "Sub total" of "Mr Green: Sub total 140.50"; null where it stands above its figure. */
function carriedWords({ line: { labels, words } }: LabelledFigure): string | null {
  const label = labels.find(({ value }) => value === "carried");
  if (!label) return null;
  const printed = words.slice(label.from, label.to).map(({ text }) => text);
  return fold(printed.join(" "));
}

function byDate(
  date: string,
  first: string,
  last: string,
  otherwise: "opening" | "closing",
): "opening" | "closing" | null {
  if (date <= first && date < last) return "opening";
  if (date >= last && date > first) return "closing";
  return date <= first || date >= last ? otherwise : null;
}
