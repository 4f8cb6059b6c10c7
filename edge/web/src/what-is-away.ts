/** GET /health, as far as the page reads it. */
export type Health = { services: Readonly<Record<string, string>>; degraded: readonly string[] };

/** In the order in which they matter; the first that fits speaks for its services and dependencies. */
const sentences: readonly { parts: readonly string[]; sentence: string }[] = [
  { parts: ["upload"], sentence: "Statements cannot be taken in or changed at the moment." },
  { parts: ["upload/objects"], sentence: "Files cannot be taken in or given back at the moment." },
  { parts: ["upload/jobs"], sentence: "New files are read later than usual." },
  { parts: ["analytics"], sentence: "Figures and transactions are not available at the moment." },
  { parts: ["upload/events", "analytics/events"], sentence: "Figures may be behind what was uploaded." },
  { parts: ["chatbot"], sentence: "Questions cannot be answered at the moment." },
];

/** What a person should know of what does not answer; nothing is lost meanwhile. */
export function whatIsAway({ services, degraded }: Health): string[] {
  const away = new Set([
    ...Object.keys(services).filter((name) => services[name] !== "SERVING"),
    ...degraded.filter((dependency) => services[dependency.split("/")[0] ?? ""] === "SERVING"),
  ]);
  return sentences
    .filter(({ parts }) => parts.some((part) => away.has(part)))
    .map(({ sentence }) => sentence);
}
