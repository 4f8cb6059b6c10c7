/**
 * Path templates of google.api.http, by the grammar in google/api/http.proto:
 *
 *     Template = "/" Segments [ Verb ] ;      Segments = Segment { "/" Segment } ;
 *     Segment  = "*" | "**" | LITERAL | Variable ;
 *     Variable = "{" FieldPath [ "=" Segments ] "}" ;      Verb = ":" LITERAL ;
 */
export type TemplateSegment =
  | { readonly kind: "literal"; readonly text: string }
  /** `*`: exactly one segment, not empty. */
  | { readonly kind: "one" }
  /** `**`: zero or more segments; the last of the path. */
  | { readonly kind: "rest" };

export type TemplateVariable = {
  /** Field names from the request message down, as the template writes them. */
  readonly fieldPath: readonly string[];
  /** Segments from `start` up to and without `end`; `end` is absent where the last is `**`. */
  readonly start: number;
  readonly end: number | undefined;
  /** False where the variable's template is just `*`: then "%2F" is decoded too. */
  readonly multiSegment: boolean;
};

export type PathTemplate = {
  readonly source: string;
  readonly segments: readonly TemplateSegment[];
  readonly variables: readonly TemplateVariable[];
  /** Without its colon. */
  readonly verb: string | undefined;
};

const literalPattern = /^[^/{}*:=]+/;
const fieldPathPattern = /^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*/;

/** @throws Error naming the template and the place where it breaks the grammar. */
export function parsePathTemplate(source: string): PathTemplate {
  const segments: TemplateSegment[] = [];
  const variables: TemplateVariable[] = [];
  let at = 0;

  const fail = (why: string): never => {
    throw new Error(`path template ${JSON.stringify(source)}: ${why} at ${at}`);
  };
  const take = (token: string): boolean => {
    if (!source.startsWith(token, at)) return false;
    at += token.length;
    return true;
  };
  const takePattern = (pattern: RegExp, what: string): string => {
    const found = pattern.exec(source.slice(at))?.[0];
    if (found === undefined) return fail(`expected ${what}`);
    at += found.length;
    return found;
  };
  const addSegment = (segment: TemplateSegment) => {
    if (segments.at(-1)?.kind === "rest") fail("nothing may follow **");
    segments.push(segment);
  };
  const plainSegment = () => {
    if (take("**")) addSegment({ kind: "rest" });
    else if (take("*")) addSegment({ kind: "one" });
    else addSegment({ kind: "literal", text: decodeURIComponent(takePattern(literalPattern, "a segment")) });
  };
  const variable = () => {
    const fieldPath = takePattern(fieldPathPattern, "a field path").split(".");
    if (variables.some((other) => other.fieldPath.join(".") === fieldPath.join("."))) {
      fail(`${fieldPath.join(".")} is bound twice`);
    }
    const start = segments.length;
    if (take("=")) {
      do plainSegment();
      while (take("/"));
    } else addSegment({ kind: "one" });
    if (!take("}")) fail("expected }");
    const own = segments.slice(start);
    variables.push({
      fieldPath,
      start,
      end: own.at(-1)?.kind === "rest" ? undefined : segments.length,
      multiSegment: own.length > 1 || own[0]?.kind !== "one",
    });
  };

  if (!take("/")) fail("expected /");
  do {
    if (take("{")) variable();
    else plainSegment();
  } while (take("/"));
  const verb = take(":") ? decodeURIComponent(takePattern(literalPattern, "a verb")) : undefined;
  if (at < source.length) fail("unexpected text");
  return { source, segments, variables, verb };
}
