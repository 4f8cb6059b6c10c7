import { AuthError, type AuthErrorReason } from "./auth-error.ts";

/** What is checked, in code points after normalisation. */
export const longestPassword = 256;

export type PasswordRules = {
  /**
   * In characters. NIST SP 800-63B-4 (3.1.1.2) asks at least 8 where there is a second factor and 15 where the
   * password stands alone.
   */
  readonly minLength: number;
  /** Whether the case-folded password is on a list of breached and common ones. */
  readonly isBreached: (folded: string) => boolean;
};

const productName = "finflow";
const shortestTelling = 4;

/** NFKC, so that the same password typed on two keyboards gives the same bytes (SP 800-63B-4, 3.1.1.2). */
export function normalisePassword(password: string): string {
  return password.normalize("NFKC");
}

/**
 * The rules for a password that is being chosen: SP 800-63B-4, 3.1.1.2. There are none about kinds of characters.
 *
 * @param field the request's field that holds it
 * @throws AuthError a `password_…` reason
 */
export function assertGoodPassword(
  rules: PasswordRules,
  input: { password: string; email: string; field: string },
): void {
  const normal = normalisePassword(input.password);
  const length = [...normal].length;
  const refuse = (reason: AuthErrorReason): never => {
    throw new AuthError(reason, { field: input.field, minLength: rules.minLength });
  };
  if (length < rules.minLength) refuse("password_too_short");
  if (length > longestPassword) refuse("password_too_long");
  const folded = normal.toLowerCase();
  if (rules.isBreached(folded)) refuse("password_breached");
  if (isRepetitive(folded)) refuse("password_repetitive");
  if (isMostly(folded, productName)) refuse("password_contains_product");
  if (partsOf(input.email).some((part) => isMostly(folded, part))) refuse("password_contains_email");
}

/**
 * Whether so little else is in it that a guesser who knows `part` is nearly there. A long passphrase may contain
 * a name: what counts is what remains without it.
 */
function isMostly(folded: string, part: string): boolean {
  if (!folded.includes(part)) return false;
  const rest = folded.replaceAll(part, "").replaceAll(/[^\p{L}\p{N}]/gu, "");
  return [...rest].length < 8;
}

/** The address, both its sides, and the words in them but for the top-level domain. */
function partsOf(email: string): string[] {
  const folded = email.toLowerCase();
  const words = folded.split(/[^\p{L}\p{N}]+/u).slice(0, -1);
  return [folded, ...folded.split("@"), ...words].filter((part) => part.length >= shortestTelling);
}

/** "aaaaaaaa", "abcabcabc", "12345678", "hgfedcba". */
function isRepetitive(folded: string): boolean {
  if (/^(.{1,4}?)\1+.{0,3}$/su.test(folded) && new Set(folded).size <= 4) return true;
  const codes = [...folded].map((character) => character.codePointAt(0) ?? 0);
  const step = (codes[1] ?? 0) - (codes[0] ?? 0);
  return Math.abs(step) === 1 && codes.every((code, i) => i === 0 || code - (codes[i - 1] ?? 0) === step);
}
