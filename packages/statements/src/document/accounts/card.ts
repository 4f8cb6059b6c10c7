import { type Figure, isZero } from "../../layout/figures.ts";
import { type MarkedLine, plainWords } from "../../layout/marked-line.ts";
import type { Header } from "../../table/headings/header.ts";
import { overlaps } from "../../table/line/span.ts";
import { blocksOf } from "../../table/line/word-blocks.ts";
import { fold } from "../../text/fold.ts";
import { findPhrases } from "../../text/phrases.ts";
import { creditNetworks } from "../../vocabulary/card-networks.ts";
import { cardPhrases } from "../../vocabulary/lexicon.ts";

type Words = { from: number; to: number };

const titleLines = 15;
const mostTitleWords = 8;
/** Letter heights between words of a title. */
const widestInTitle = 3;
/** The first lines of a paper: its name and title, whatever else stands beside them. */
const topLines = 4;

/** Words for a credit card that languages run together with others, or inflect. */
const compounds =
  /credit ?card|kredit ?kart|kreditkort|kortfaktura|luottokort|kredyt\p{L}* kart|kart\p{L}* kredyt|kreditn\p{L}* kart|hitelkart|cartao de credito|tarjeta de credito|carta di credito|carte de credit|card de credit|kredi kart|кредитн\p{L}* карт|πιστωτικ\p{L}* καρτ|クレシットカート|信用卡|신용카드|tin dung/u;

/** "Summit Rewards Card" as the name of the account; what is paid from a balance or loaded ahead is no credit. */
const namedCard = /^(?!.*\b(?:debit|prepaid|pre-paid|gift|travel money|bank|atm|sim|id)\b)\p{Lu}.*\bcard$/iu;

/**
 * Whether a paper is a card's: its title says so, or the least that is to be paid or two more of a card's own figures are
 * printed (what is due, by when, of which limit). Words elsewhere may be an advertisement, as they mostly are where long
 * lines alone have them, and rows name cards on any paper.
 *
 * @param headings lines that head columns: what is called "Amount to pay" there is the money out
 */
export function cardOf(
  lines: readonly MarkedLine[],
  rowLines: ReadonlySet<number>,
  headings: ReadonlyMap<number, Header>,
): "card" | "perhaps" | "in sentences" | "no" {
  let mentioned = false;
  let bearsNetwork = false;
  let isLoose = false;
  const figures = new Set<string>();
  for (const [at, line] of lines.entries()) {
    if (rowLines.has(line.index)) continue;
    const texts = line.words.map(({ text }) => text);
    const own = findPhrases(texts, cardPhrases);
    const cells = headings.get(line.index)?.cells.filter(({ role }) => role === "debit" || role === "credit");
    const dues = line.labels.filter(
      ({ value, from, to }) =>
        value === "total_due" &&
        !cells?.some((cell) => overlaps(cell, { x0: line.words[from]!.x0, x1: line.words[to - 1]!.x1 })),
    );
    // Folding takes Korean letters apart.
    const isCompound = compounds.test(fold(line.text).normalize("NFC"));
    const isNamed = at < topLines && (creditNetworks.test(line.text) || namesCard(line));
    bearsNetwork ||= at < topLines && creditNetworks.test(line.text);
    if (isCompound || own.length + dues.length > 0 || isNamed) {
      mentioned = true;
      isLoose ||= isNamed || texts.length <= mostTitleWords;
    }
    if (isCompound && at < topLines && texts.length <= mostTitleWords) return "card";
    if (at < titleLines && own[0] && isTitle(line, own[0], at < topLines)) return "card";
    if (own.some((match) => match.value === "minimum" && isLabel(line, lines[at + 1], match))) return "card";
    for (const match of [...own, ...dues])
      if (hasFigure(line, lines[at + 1], match, match === own[0]))
        figures.add(fold(texts.slice(match.from, match.to).join(" ")));
  }
  // A paper that bears a network's name at its top needs but one of a card's own figures.
  if (figures.size > (bearsNetwork ? 0 : 1)) return "card";
  if (!mentioned) return "no";
  return isLoose ? "perhaps" : "in sentences";
}

/** What an account's own lines say is to be paid at least: "nothing", or "some", which only who owes has to pay; null where they do not agree. */
export function minimumDue(lines: readonly MarkedLine[]): "some" | "nothing" | null {
  const told = new Set<boolean>();
  for (const [at, line] of lines.entries())
    for (const match of findPhrases(
      line.words.map(({ text }) => text),
      cardPhrases,
    )) {
      if (match.value !== "minimum" || !isLabel(line, lines[at + 1], match)) continue;
      const figure = figureOf(line, lines[at + 1], match);
      if (figure) told.add(isZero(figure));
    }
  if (told.size !== 1) return null;
  return told.has(true) ? "nothing" : "some";
}

/** The amount right behind words, or below them in a line that follows. */
function figureOf(line: MarkedLine, below: MarkedLine | undefined, { from, to }: Words): Figure | undefined {
  const behind = line.figures.find((figure) => figure.from === to);
  if (behind || line.figures.length > 0 || below?.page !== line.page) return behind;
  const place = { x0: line.words[from]!.x0, x1: line.words[to - 1]!.x1 };
  return figuresBelow(below).find((figure) => overlaps(figure, place));
}

/** The amounts of a line below words: of one without words integers too, as where money has no decimals. */
function figuresBelow(line: MarkedLine): readonly Figure[] {
  return plainWords(line).length === 0 ? line.figures : line.figures.filter(({ weak }) => !weak);
}

function namesCard({ words, text, figures, dates }: MarkedLine): boolean {
  return figures.length + dates.length === 0 && words.length <= mostTitleWords && namedCard.test(text);
}

/** Whether words stand apart with their figure right behind or below them, as in no sentence. */
function isLabel(line: MarkedLine, below: MarkedLine | undefined, words: Words): boolean {
  const [before, first] = [line.words[words.from - 1], line.words[words.from]!];
  const isApart = before === undefined || first.x0 - before.x1 > 1.2 * line.size;
  return isApart && hasFigure(line, below, words, false);
}

/**
 * Whether an amount or a date stands behind the words, or below them where the line has none. A sentence may name several
 * figures and print one: all but the first count only where theirs follows at once.
 */
function hasFigure(
  line: MarkedLine,
  below: MarkedLine | undefined,
  { from, to }: Words,
  anywhere: boolean,
): boolean {
  if ([...line.dates, ...line.figures].some((each) => (anywhere ? each.from >= to : each.from === to)))
    return true;
  if (below?.page !== line.page || line.figures.length > 0) return false;
  return [...below.dates, ...figuresBelow(below)].some(
    ({ x0, x1 }) => x0 < line.words[to - 1]!.x1 && line.words[from]!.x0 < x1,
  );
}

/** Whether words are most of their line, or at the top of what stands together in it: the bank's name may stand at the other end. */
function isTitle(
  line: MarkedLine,
  { from, to, letters }: Words & { letters: number },
  isTop: boolean,
): boolean {
  const isOwn = (words: Words) => {
    const texts = line.words.slice(words.from, words.to).map(({ text }) => text);
    return letters >= 0.5 * fold(texts.join(" ")).length;
  };
  if (line.figures.some(({ weak }) => !weak) || line.dates.length > 0) return false;
  const block = blocksOf(line, widestInTitle).find((each) => each.from <= from && to <= each.to);
  if (isOwn({ from: 0, to: line.words.length })) return true;
  return isTop && block !== undefined && (isOwn(block) || isOwn(betweenDashes(line, block, from)));
}

/** "Banque du Ponant - Relevé de carte Business": the part of a title's words that dashes part from the bank's name. */
function betweenDashes({ words }: MarkedLine, block: Words, at: number): Words {
  const isDash = (word: number) => /^[-‐-―|·•]$/.test(words[word]!.text);
  let { from, to } = { from: at, to: at };
  while (from > block.from && !isDash(from - 1)) from--;
  while (to < block.to && !isDash(to)) to++;
  return { from, to };
}
