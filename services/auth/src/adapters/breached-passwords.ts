import { dictionary } from "@zxcvbn-ts/language-common";

const breached = new Set(dictionary["passwords-common"]);

/** On a list of 49,000 passwords from breaches, all in lower case, that the package carries along. */
export function isBreachedPassword(folded: string): boolean {
  return breached.has(folded);
}
