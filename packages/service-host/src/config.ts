import type { z } from "zod";

/** Names every variable that is missing or malformed, never a value. */
export class ConfigError extends Error {
  readonly variables: readonly string[];

  constructor(problems: ReadonlyMap<string, string>) {
    const lines = [...problems].map(([name, problem]) => `  ${name}: ${problem}`);
    super(`the environment is not usable:\n${lines.join("\n")}`);
    this.name = "ConfigError";
    this.variables = [...problems.keys()];
  }
}

/**
 * Reads a process's configuration, once, at its start.
 *
 * @param schema an object schema whose keys are variables' names; use `z.coerce` and transforms for types
 * @throws ConfigError that names all bad variables together
 */
export function readConfig<S extends z.ZodType>(
  schema: S,
  env: Readonly<Record<string, string | undefined>>,
): z.infer<S> {
  // An empty variable is one that was not set: `PORT= npm start`.
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ""),
  );
  const result = schema.safeParse(set);
  if (result.success) return result.data;
  const problems = new Map<string, string>();
  for (const issue of result.error.issues) {
    const name = String(issue.path[0] ?? "environment");
    if (!problems.has(name)) problems.set(name, name in set ? describe(issue) : "is missing");
  }
  throw new ConfigError(problems);
}

// Zod's own sentences may quote the value, or what an enum's refinement was given; codes do not.
function describe(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `is not a ${issue.expected}`;
    case "invalid_value":
      return `is none of ${issue.values.map(String).join(", ")}`;
    case "invalid_format":
      return `is not a valid ${issue.format}`;
    case "too_small":
      return issue.origin === "string"
        ? `has fewer than ${issue.minimum} characters`
        : `is less than ${issue.minimum}`;
    case "too_big":
      return issue.origin === "string"
        ? `has more than ${issue.maximum} characters`
        : `is more than ${issue.maximum}`;
    case "custom":
      // The sentence given to refine(): a schema's author writes it, without the value.
      return issue.message;
    case "not_multiple_of":
      return `is not a multiple of ${issue.divisor}`;
    default:
      return "is not valid";
  }
}
