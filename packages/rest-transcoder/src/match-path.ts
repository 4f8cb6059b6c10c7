import type { PathTemplate, TemplateSegment, TemplateVariable } from "./path-template.ts";

/** A request's path, cut once for all templates. */
export type RequestPath = {
  /** As sent, percent-encoded. */
  readonly raw: readonly string[];
  readonly decoded: readonly string[];
};

/** @returns undefined where the percent-encoding is malformed or does not decode to UTF-8. */
export function splitPath(path: string): RequestPath | undefined {
  const raw = path === "/" ? [] : path.slice(1).split("/");
  try {
    return { raw, decoded: raw.map(decodeURIComponent) };
  } catch {
    return undefined;
  }
}

/** @returns the variables' decoded values in the template's order, or undefined where the path does not match. */
export function matchPath(template: PathTemplate, path: RequestPath): string[] | undefined {
  const cut = template.verb === undefined ? path : withoutVerb(path, template.verb);
  if (cut === undefined) return undefined;
  const last = template.segments.at(-1);
  const fixed = last?.kind === "rest" ? template.segments.length - 1 : template.segments.length;
  if (cut.raw.length < fixed || (last?.kind !== "rest" && cut.raw.length > fixed)) return undefined;
  for (let i = 0; i < fixed; i += 1) {
    if (!segmentMatches(template.segments[i] as TemplateSegment, cut.decoded[i] as string)) return undefined;
  }
  return template.variables.map((variable) => variableValue(variable, cut));
}

function segmentMatches(segment: TemplateSegment, decoded: string): boolean {
  return segment.kind === "literal" ? segment.text === decoded : decoded !== "";
}

function withoutVerb(path: RequestPath, verb: string): RequestPath | undefined {
  const last = path.raw.at(-1);
  const colon = last?.lastIndexOf(":") ?? -1;
  if (last === undefined || colon < 0 || decodeURIComponent(last.slice(colon + 1)) !== verb) return undefined;
  const raw = [...path.raw.slice(0, -1), last.slice(0, colon)];
  return { raw, decoded: raw.map(decodeURIComponent) };
}

/** "%2F" stays encoded in a variable of several segments, so that it differs from a separator (http.proto). */
function variableValue(variable: TemplateVariable, path: RequestPath): string {
  if (!variable.multiSegment) return path.decoded[variable.start] as string;
  return path.raw.slice(variable.start, variable.end).map(decodeKeepingSlashes).join("/");
}

function decodeKeepingSlashes(segment: string): string {
  return segment
    .split(/(%2f)/i)
    .map((part) => (/^%2f$/i.test(part) ? part : decodeURIComponent(part)))
    .join("");
}

/**
 * Which of two templates that fit the same path goes first: one with a verb, then the one that is more
 * literal from the left, then the longer. The published rules leave this open.
 */
export function compareTemplates(a: PathTemplate, b: PathTemplate): number {
  const verbs = Number(b.verb !== undefined) - Number(a.verb !== undefined);
  if (verbs !== 0) return verbs;
  const rank = { literal: 0, one: 1, rest: 2 };
  for (let i = 0; i < Math.min(a.segments.length, b.segments.length); i += 1) {
    const difference =
      rank[(a.segments[i] as TemplateSegment).kind] - rank[(b.segments[i] as TemplateSegment).kind];
    if (difference !== 0) return difference;
  }
  return b.segments.length - a.segments.length;
}
