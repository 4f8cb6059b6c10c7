import { findBound } from "./amount-bound.ts";
import * as lexicon from "./lexicon.ts";
import { findPeriod } from "./period.ts";
import {
  defaultLimit,
  type Intent,
  type Knowledge,
  type Measure,
  type NoPlan,
  type Plan,
  type Scope,
} from "./plan.ts";
import { type Found, findAll, findPhrase, taken, unknownRuns, without, wordsOf } from "./words.ts";

/** What a question says, each part only if it says it. */
type Said = {
  intent: Intent | undefined;
  measure: Measure | undefined;
  scope: Scope;
  limit: number | undefined;
  plural: boolean;
};

/** Why a question cannot be planned, thrown within this file only. */
class Unplannable extends Error {
  readonly noPlan: NoPlan;

  constructor(reason: NoPlan["reason"], words: readonly string[]) {
    super(reason);
    this.noPlan = { reason, words: words.filter((word) => word !== taken) };
  }
}

/**
 * Plans a question by rules. Every word is either understood, known to carry nothing, or taken for words of a
 * description, which the rows then confirm: nothing that restricts a question is passed over.
 */
export async function planByRules(question: string, knowledge: Knowledge): Promise<Plan | NoPlan> {
  try {
    return plan(wordsOf(question), knowledge);
  } catch (error) {
    if (error instanceof Unplannable) return error.noPlan;
    throw error;
  }
}

function plan(said: readonly string[], knowledge: Knowledge): Plan {
  const asked = lexicon.greetings.has(said[0]!) ? said.slice(1) : said;
  if (asked.length === 0) throw new Unplannable("not_understood", []);
  if (findPhrase(asked, lexicon.refused)) throw new Unplannable("must_not_answer", []);
  const lead = findPhrase(asked.slice(0, 3), lexicon.followUps);
  const reference = findPhrase(asked, lexicon.backReferences);
  let words = asked;
  if (lead?.at === 0) words = without(words, lead);
  else if (reference) words = without(words, reference);
  const goesOn = lead?.at === 0 || reference !== undefined;

  const parts = read(words, knowledge);
  const { intent, measure, scope } = parts;
  const { previous } = knowledge;
  const isWhole = intent !== undefined || measure !== undefined;
  if (!isWhole && Object.keys(scope).length === 0) {
    throw new Unplannable(goesOn ? "nothing_to_follow" : "not_understood", []);
  }
  if (previous && (goesOn || !isWhole)) return checked(follow(previous, parts));
  if (goesOn && (reference || !isWhole)) throw new Unplannable("nothing_to_follow", []);
  return checked(complete(parts));
}

/** Takes a question apart. What is in it twice, or cannot be worked out, is not passed over. */
function read(asked: readonly string[], knowledge: Knowledge): Said {
  let words = asked.filter((word) => !isSign(word));
  const take = <Value>(find: (words: readonly string[]) => Found<Value> | undefined): Value | undefined => {
    const found = find(words);
    if (found) words = without(words, found);
    return found?.value;
  };
  const takeOne = <Value>(
    find: (words: readonly string[]) => Found<Value> | undefined,
  ): Value | undefined => {
    const first = take(find);
    const second = first === undefined ? undefined : find(words);
    if (second) throw new Unplannable("not_supported", words.slice(second.at, second.at + second.length));
    return first;
  };
  const scope: Scope = {};
  for (let bound = take(findBound); bound; bound = take(findBound)) {
    if (Object.keys(bound).some((name) => name in scope)) throw new Unplannable("not_supported", ["amounts"]);
    Object.assign(scope, bound);
  }
  // Before what cannot be worked out: "do not add up" has a meaning that "not" alone has not.
  const proof = findAll(words, lexicon.intents).find(({ value }) => value === "unproven");
  const strange = findPhrase(proof ? without(words, proof) : words, lexicon.unsupported);
  if (strange) throw new Unplannable("not_supported", words.slice(strange.at, strange.at + strange.length));
  const period = takeOne((rest) => findPeriod(rest, knowledge));
  if (period) scope.period = period;
  const limit = take(findLimit);
  const account = takeOne((rest) => findAccount(rest, knowledge));
  if (account) scope.account = account;
  const named = takeOne((rest) => findPhrase(rest, lexicon.currencies));
  const currency = oneCurrency(asked.filter(isSign), named);
  if (currency) scope.currency = currency;
  while (take((rest) => findPhrase(rest, lexicon.asides)));

  const intents = findAll(words, lexicon.intents);
  const intent = oneIntent(words, intents);
  const topics = findAll(words, lexicon.categories).filter((found) => !intents.some(overlaps(found)));
  if (topics.length > 0) scope.categories = [...new Set(topics.map(({ value }) => value))];
  const measures = findAll(words, lexicon.measures).filter((found) => !topics.some(overlaps(found)));
  const measure = oneMeasure(words, measures);
  const plural = words.some((word) => lexicon.plurals.has(word));
  for (const found of [...intents, ...topics, ...measures]) words = without(words, found);

  const left = unknownRuns(words, lexicon.silent, lexicon.joiners, account !== undefined);
  if (left.length > 1 || left.flat().some(isFigure)) throw new Unplannable("not_understood", left.flat());
  if (left[0]) scope.words = left[0].join(" ");
  return { intent, measure, scope, limit, plural };
}

function isSign(word: string): boolean {
  return /^\p{Sc}$/u.test(word);
}

/** The currency of a question's signs and words: "over £100", "in pounds". */
function oneCurrency(signs: readonly string[], named: string | undefined): string | undefined {
  const unknown = signs.filter((sign) => !lexicon.currencies.has(sign));
  if (unknown.length > 0) throw new Unplannable("not_understood", unknown);
  const distinct = new Set([
    ...signs.map((sign) => lexicon.currencies.get(sign)!),
    ...(named ? [named] : []),
  ]);
  if (distinct.size > 1) throw new Unplannable("not_supported", [...distinct]);
  return [...distinct][0];
}

const overlaps =
  (one: Found<unknown>) =>
  (other: Found<unknown>): boolean =>
    one.at < other.at + other.length && other.at < one.at + one.length;

/** The intent to which all others in the question give way. */
function oneIntent(words: readonly string[], found: readonly Found<Intent>[]): Intent | undefined {
  const distinct = [...new Set(found.map(({ value }) => value))];
  if (distinct.length === 0) return undefined;
  const wins = (each: Intent) =>
    distinct.every((other) => other === each || lexicon.givesWay[each].includes(other));
  const winner = distinct.find(wins);
  if (winner) return winner;
  throw new Unplannable("not_supported", phrasesOf(words, found));
}

/** The measure that wins over all others in the question. */
function oneMeasure(words: readonly string[], found: readonly Found<Measure>[]): Measure | undefined {
  const distinct = [...new Set(found.map(({ value }) => value))];
  if (distinct.length === 0) return undefined;
  const winner = distinct.find((each) =>
    distinct.every(
      (other) => other === each || lexicon.measureWins.some(([one, than]) => one === each && than === other),
    ),
  );
  if (winner) return winner;
  throw new Unplannable("not_supported", phrasesOf(words, found));
}

function phrasesOf(words: readonly string[], found: readonly Found<unknown>[]): string[] {
  const spoken = found.map(({ at, length }) => words.slice(at, at + length).join(" "));
  return spoken.flatMap((phrase, index) => (index === 0 ? [phrase] : ["and", phrase]));
}

/** The plan before, with what the new question says in its place. */
function follow(previous: Plan, said: Said): Plan {
  const scope = { ...previous.scope, ...said.scope };
  if (said.intent === undefined) {
    return {
      ...previous,
      measure: said.measure ?? previous.measure,
      scope,
      limit: said.limit ?? previous.limit,
    };
  }
  return complete({ ...said, measure: said.measure ?? previous.measure, scope });
}

const ofSpending: readonly Intent[] = ["by_category", "top_category", "highest_month", "top_merchants"];

function complete({ intent, measure, scope, limit, plural }: Said): Plan {
  const what = intent ?? (measure === "any" ? "list" : "total");
  const ofCategory = scope.categories !== undefined && what === "total";
  return {
    intent: what,
    measure: measure ?? (ofCategory || ofSpending.includes(what) ? "expense" : "any"),
    scope,
    limit: limit ?? usualLimit(what, plural),
  };
}

/** How many things an answer names unless told. */
function usualLimit(intent: Intent, plural: boolean): number {
  if (intent === "by_category") return allCategories;
  const several = intent === "list" || intent === "top_merchants" || (plural && ranked.includes(intent));
  return several ? defaultLimit : 1;
}

const allCategories = 7;
const ranked: readonly Intent[] = ["largest", "smallest", "latest", "earliest"];

/** What no tool can work out together. */
function checked(plan: Plan): Plan {
  const { intent, measure, scope } = plan;
  const byCategory = intent === "by_category" || intent === "top_category";
  if (byCategory && !lexicon.categorised.includes(measure)) {
    throw new Unplannable("not_supported", [measure, "by", "category"]);
  }
  // The index of merchants knows no words.
  if (intent === "top_merchants" && scope.words) throw new Unplannable("not_supported", [scope.words]);
  return plan;
}

/** "top 5", "three largest": a small number beside a superlative or a plural. */
function findLimit(words: readonly string[]): Found<number> | undefined {
  const at = words.findIndex((word, index) => {
    const beside = [words[index - 1], words[index + 1]];
    const ranked = beside.some(
      (near) => near !== undefined && (lexicon.intents.has(near) || near === "last" || near === "first"),
    );
    return numberOf(word) !== undefined && (ranked || lexicon.plurals.has(words[index + 1] ?? ""));
  });
  const value = numberOf(words[at] ?? "");
  return value === undefined ? undefined : { at, length: 1, value };
}

function numberOf(word: string): number | undefined {
  return /^[1-9]\d{0,2}$/.test(word) ? Number(word) : lexicon.numberWords.get(word);
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

function isFigure(word: string): boolean {
  return /^\d+([.,]\d+)*$/.test(word) || word === "%";
}
