// The second belt: what may be logged is a list (log-fields.ts), but the text of an error is someone else's.
// Repetitions are bounded where a pattern could begin anywhere: an attacker may have written that text.
const secrets: readonly [RegExp, string][] = [
  // JWTs, also without "Bearer" before them.
  [/\beyJ[\w-]{4,}\.[\w-]+(?:\.[\w-]*)?/g, "[token]"],
  [/\b(bearer|basic)\s+[\w.~+/=-]+/gi, "$1 [token]"],
  [/-----BEGIN [A-Z ]+-----[\s\S]*?(?:-----END [A-Z ]+-----|$)/g, "[key]"],
  // The values of a failed statement, which drizzle puts after its text: hashes, names, descriptions.
  [/\nparams: [\s\S]*?(?=\n {4}at |$)/g, "\nparams: [values]"],
  // The user and password of a URL.
  [/\b([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@]*@/gi, "$1[credentials]@"],
  [
    /\b(pass(?:word|phrase|wd)?|secret|token|api[_-]?key)(["']?\s*[=:]\s*)("[^"]*"|'[^']*'|[^\s,;&}]+)/gi,
    "$1$2[secret]",
  ],
  [/[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g, "[email]"],
];

const longest = 8_192;

/** The text without what looks like a credential or an e-mail address, and not longer than 8 KiB. */
export function redact(text: string): string {
  let clean = text.length > longest ? `${text.slice(0, longest)}…` : text;
  for (const [pattern, replacement] of secrets) clean = clean.replace(pattern, replacement);
  return clean;
}

const deepestCause = 5;

type LoggedError = {
  type: string;
  message: string;
  code?: string | number;
  stack?: string;
  cause?: LoggedError;
};

/** An error as a log line has it: type, message, code, stack, and its causes; no other properties. */
export function describeError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: redact(String(error)) };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: redact(error.message),
    ...((typeof code === "string" || typeof code === "number") && { code }),
    ...(error.stack && { stack: redact(error.stack) }),
    ...(error.cause !== undefined &&
      depth < deepestCause && { cause: describeError(error.cause, depth + 1) }),
  };
}
