import { AuthError } from "./auth-error.ts";

const longest = 254;

/**
 * The one spelling an address is stored and found by: trimmed, NFC, lower case throughout. RFC 5321 lets a mail
 * server tell capitals in the local part apart; none that people use does, and two accounts that differ only in
 * capitals would be a trap.
 *
 * @throws AuthError `email_invalid`
 */
export function normaliseEmail(written: string): string {
  const email = written.trim().normalize("NFC").toLowerCase();
  // Whether it receives mail is not known before mail is sent; this only refuses what cannot be an address.
  if (email.length > longest || !/^[^\s@\p{Cc}]{1,64}@[^\s@\p{Cc}]+$/u.test(email)) {
    throw new AuthError("email_invalid", { field: "email" });
  }
  return email;
}
