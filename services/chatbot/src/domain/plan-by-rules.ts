import { findBound } from "./amount-bound.ts";
import * as lexicon from "./lexicon.ts";
import { findPeriod } from "./period.ts";
import {
  defaultLimit,
  type Intent,
  type Knowledge,
  largestLimit,
  type Measure,
  type NoPlan,
  type Plan,
  type Scope,
} from "./plan.ts";
import { type Found, findPhrase, taken, without, wordsOf } from "./words.ts";

/**
 * Plans a question by rules. Every word is either understood, known to carry nothing, or taken for words of a
 * description, which the rows then confirm: nothing that restricts a question is passed over.
 */
export async function planByRules(question: string, knowledge: Knowledge): Promise<Plan | NoPlan> {
  let words: string[] = wordsOf(question);
  if (words.length === 0) return { reason: "not_understood", words: [] };
  if (findPhrase(words, lexicon.refused)) return { reason: "must_not_answer", words: [] };

  const followUp =
    findPhrase(words.slice(0, 1), lexicon.followUps) ?? findPhrase(words.slice(0, 3), lexicon.followUps);
  const goesOn = followUp?.at === 0;
  if (goesOn) words = without(words, followUp);

  const take = <Value>(found: Found<Value> | undefined): Value | undefined => {
    if (found) words = without(words, found);
    return found?.value;
  };
  const scope: Scope = {};
  for (let bound = findBound(words); bound; bound = findBound(words)) {
    Object.assign(scope, take(bound));
  }
  const period = take(findPeriod(words, knowledge));
  if (period) scope.period = period;
  const limit = takeLimit(words);
  if (limit) words = without(words, limit);
  const account = take(findAccount(words, knowledge));
  if (account) scope.account = account;
  const intent = take(findIntent(words));
  const measure = take(findPhrase(words, lexicon.measures));
  const currency = take(findPhrase(words, lexicon.currencies));
  if (currency) scope.currency = currency;
  const category = take(findPhrase(words, lexicon.categories));
  if (category) scope.category = category;
  const left = unknownWords(words);
  if (left.length > 1 || left.flat().some(isFigure)) return { reason: "not_understood", words: left.flat() };
  if (left[0]) scope.words = left[0].join(" ");

  const empty = Object.keys(scope).length === 0;
  if (!intent && !measure && empty) {
    return { reason: goesOn ? "nothing_to_follow" : "not_understood", words: [] };
  }
  const { previous } = knowledge;
  if (goesOn || (!intent && !measure)) {
    if (previous) return follow(previous, { intent, measure, scope, limit: limit?.value });
    if (goesOn && !intent && !measure) return { reason: "nothing_to_follow", words: [] };
  }
  return complete(intent, measure, scope, limit?.value);
}

/** The plan before, with what the new question says in its place. */
function follow(
  previous: Plan,
  said: { intent: Intent | undefined; measure: Measure | undefined; scope: Scope; limit: number | undefined },
): Plan {
  const base = said.intent
    ? complete(said.intent, said.measure ?? previous.measure, {}, said.limit)
    : previous;
  return {
    intent: base.intent,
    measure: said.measure ?? base.measure,
    scope: { ...previous.scope, ...said.scope },
    limit: said.limit ?? base.limit,
  };
}

function complete(
  intent: Intent | undefined,
  measure: Measure | undefined,
  scope: Scope,
  limit: number | undefined,
): Plan {
  const of = intent ?? (measure === "any" ? "list" : "total");
  const several = of === "list" || of === "top_merchants" ? defaultLimit : 1;
  return {
    intent: of,
    measure:
      measure ??
      (["count", "list", "largest", "smallest", "unproven", "summary"].includes(of) ? "any" : "expense"),
    scope,
    limit: Math.min(limit ?? several, largestLimit),
  };
}

/** The most telling intent: "how much" gives way to "per month" in "how much did I spend per month". */
function findIntent(words: readonly string[]): Found<Intent> | undefined {
  const found: Found<Intent>[] = [];
  for (
    let rest = [...words], next = findPhrase(rest, lexicon.intents);
    next;
    next = findPhrase(rest, lexicon.intents)
  ) {
    found.push(next);
    // Of the same length, so that places in the question stay what they are.
    rest = rest.map((word, index) => (index >= next!.at && index < next!.at + next!.length ? taken : word));
  }
  const order = [...new Set(lexicon.intents.values())];
  const [best] = found.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value) || a.at - b.at);
  return best;
}

/** "top 5", "three largest": a small number beside a superlative or a plural. */
function takeLimit(words: readonly string[]): Found<number> | undefined {
  const at = words.findIndex((word, index) => {
    const beside = [words[index - 1], words[index + 1]].map((near) => near && lexicon.intents.get(near));
    const listed = [
      "transactions",
      "payments",
      "purchases",
      "expenses",
      "merchants",
      "shops",
      "debits",
      "credits",
    ];
    return numberOf(word) !== undefined && (beside.some(Boolean) || listed.includes(words[index + 1] ?? ""));
  });
  const value = numberOf(words[at] ?? "");
  return value === undefined ? undefined : { at, length: 1, value };
}

function numberOf(word: string): number | undefined {
  return /^[1-9]\d?$/.test(word) ? Number(word) : lexicon.numberWords.get(word);
}

function findAccount(
  words: readonly string[],
  { accounts }: Knowledge,
): Found<NonNullable<Scope["account"]>> | undefined {
  for (const { id, label, words: names } of accounts) {
    const phrases = new Map(names.map((name) => [name, { id, label }] as const));
    const found = findPhrase(words, phrases);
    if (found) return found;
  }
  return undefined;
}

/**
 * What is left once everything known is taken, in runs. One run is taken for words of a description; several,
 * or a bare number, are not understood.
 */
function unknownWords(words: readonly string[]): string[][] {
  const runs: string[][] = [];
  let open = false;
  for (const word of words) {
    const known =
      word === taken || [lexicon.silent, lexicon.intents, lexicon.measures].some((set) => set.has(word));
    if (!known && open) runs.at(-1)!.push(word);
    else if (!known) runs.push([word]);
    open = !known;
  }
  return runs;
}

function isFigure(word: string): boolean {
  return /^\d+([.,]\d+)*$/.test(word) || word === "%";
}
