/** A metric that an expression reads, and the labels by which it chooses. */
export type Selection = { metric: string; labels: string[] };

const words = [
  ...["sum", "max", "min", "rate", "increase", "changes", "absent", "vector", "time", "histogram_quantile"],
  ...["and", "or", "unless"],
];

/** What a PromQL expression reads: of the small part of the language that rules and dashboards here use. */
export function selectionsOf(expression: string): Selection[] {
  const selections: Selection[] = [];
  const rest = expression
    .replace(/([\w:]+)\{([^}]*)\}/g, (_, metric: string, matchers: string) => {
      const labels = [...matchers.matchAll(/(\w+)\s*[=!]~?"/g)].map(([, label]) => label!);
      selections.push({ metric, labels });
      return "";
    })
    .replace(/\bby \([^)]*\)|\[[^\]]*\]/g, "");
  // Whatever else is a name and no word of the language is a metric that is read from everywhere.
  for (const [metric] of rest.matchAll(/[a-zA-Z_][\w:]*/g))
    if (!words.includes(metric)) selections.push({ metric, labels: [] });
  return selections;
}

/** The labels by which an expression groups: `by (job, topic)`. */
export function groupingsOf(expression: string): string[] {
  return [...expression.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, list]) =>
    list!.split(",").map((each) => each.trim()),
  );
}
