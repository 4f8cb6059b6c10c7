import { newPerson, type Person } from "./person.ts";
import { abroad, asOf, sample, specOf } from "./statements.ts";
import type { Target } from "./target.ts";
import { type ChosenRow, chosen, rowsOf } from "./truth.ts";
import type { DocumentJson } from "./wire.ts";

/** Somebody with many statements that nobody changes: figures, lists and answers are checked against them. */
export type Household = {
  person: Person;
  documents: Record<"current" | "card" | "checking" | "first" | "second" | "yen" | "dinars", DocumentJson>;
  /** Every row that there should be, counted once. */
  rows: ChosenRow[];
  /** The user's revision once all is in. */
  revision: number;
};

const made = new WeakMap<Target, Promise<Household>>();

/** The same one for all tests of a run. */
export function household(target: Target): Promise<Household> {
  const known = made.get(target) ?? makeHousehold(target);
  made.set(target, known);
  return known;
}

async function makeHousehold(target: Target): Promise<Household> {
  const person = await newPerson(target);
  const [current, card, checking, first, second, yen, dinars] = await Promise.all([
    sample("plain"),
    sample("protected"),
    sample("does-not-add-up"),
    sample("overlapping-first"),
    sample("overlapping-second"),
    abroad("JPY"),
    abroad("KWD"),
  ]);
  const password = specOf("protected").password ?? "";
  const others = Promise.all([
    person.uploaded(current.pdf, { fileName: `current ${asOf}.pdf` }),
    person.uploaded(card.pdf, { password }),
    person.uploaded(checking.pdf),
    person.uploaded(yen.pdf),
    person.uploaded(dinars.pdf),
  ]);
  // One after the other: which of two is the later is theirs to say.
  const firstDocument = await person.uploaded(first.pdf);
  const secondDocument = await person.uploaded(second.pdf);
  const [currentDocument, cardDocument, checkingDocument, yenDocument, dinarsDocument] = await others;
  const documents = {
    current: currentDocument,
    card: cardDocument,
    checking: checkingDocument,
    first: firstDocument,
    second: secondDocument,
    yen: yenDocument,
    dinars: dinarsDocument,
  };
  const covered = first.truth.accounts[0]?.period.to ?? "";
  const paper = [
    ...[current, card, checking, first, yen, dinars].flatMap(({ truth }) => rowsOf(truth)),
    ...rowsOf(second.truth).filter(({ date }) => date > covered),
  ];
  const revision = Math.max(...Object.values(documents).map((document) => document.revision));
  return { person, documents, revision, rows: chosen(paper, await person.rows(revision)) };
}
