import { isProven, isWholeNumber, numbersContradict } from "./account-key.ts";
import { isStrictlyInside, type PrintedStatement } from "./printed-statement.ts";

/** Statements that are one statement, printed in several documents. */
export type StatementClass = {
  /** The same for the same statements, whenever they came. */
  key: string;
  /** The proven account, if a reconciled one of them says it: only there are rows of other statements the same. */
  provenAccount: string | undefined;
  covers: (date: string) => boolean;
};

/**
 * Which statements are the same one: equal identity, and account numbers that do not contradict. A masked
 * number goes with the first whole one that it can be.
 */
export function statementClasses(statements: Iterable<PrintedStatement>): Map<string, StatementClass> {
  const classes = new Map<string, StatementClass>();
  for (const alike of Map.groupBy(statements, ({ identity }) => identity).values()) {
    for (const members of splitByNumber(alike)) {
      const made = statementClass(members);
      for (const { statementId } of members) classes.set(statementId, made);
    }
  }
  return classes;
}

function splitByNumber(alike: readonly PrintedStatement[]): PrintedStatement[][] {
  const groups = new Map<string, PrintedStatement[]>();
  // Whole numbers first, then masked ones, then none: the order must not be that of arrival.
  const ordered = alike.toSorted(
    (a, b) =>
      Number(isWholeNumber(b.account.numberKey)) - Number(isWholeNumber(a.account.numberKey)) ||
      b.account.numberKey.length - a.account.numberKey.length ||
      compare(a.account.numberKey, b.account.numberKey),
  );
  for (const statement of ordered) {
    const number = statement.account.numberKey;
    const head = [...groups.keys()].find((key) => !numbersContradict(key, number)) ?? number;
    const group = groups.get(head);
    if (group) group.push(statement);
    else groups.set(head, [statement]);
  }
  return [...groups.values()];
}

function statementClass(members: readonly PrintedStatement[]): StatementClass {
  const [first] = members as readonly [PrintedStatement, ...PrintedStatement[]];
  const proof = members.find(({ account, verdict }) => isProven(account) && verdict === "RECONCILED");
  const period = first.period;
  return {
    key: `${period?.from ?? ""} ${period?.to ?? ""} ${first.identity} ${first.account.numberKey}`,
    provenAccount:
      proof && `${proof.account.institutionKey}\0${proof.account.numberKey}\0${proof.account.currency}`,
    covers: (date) => isStrictlyInside(date, period),
  };
}

export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
