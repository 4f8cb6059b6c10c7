type Report = {
  error?: { summary?: string; detail?: string };
  message?: string;
  vulnerabilities?: Record<string, { severity: string; range: string; fixAvailable: unknown }>;
};

const grave = ["high", "critical"];

/** What `npm audit --json` means for a release. Its exit code does not tell what was found from what did not work. */
export function verdictOf(said: string): { passes: boolean; lines: string[] } {
  const report = parse(said);
  if (!report?.vulnerabilities) {
    const why = report?.error?.summary || report?.message || said.trim().slice(0, 200) || "npm said nothing";
    return { passes: false, lines: [`NOT AUDITED: the registry did not answer: ${why}`] };
  }
  const found = Object.entries(report.vulnerabilities);
  const lines = found.map(([name, { severity, range, fixAvailable }]) => {
    return `${severity}: ${name} ${range}${fixAvailable ? ", a fix is there" : ""}`;
  });
  const passes = !found.some(([, { severity }]) => grave.includes(severity));
  return { passes, lines: lines.length > 0 ? lines : ["nothing known against what runs in production"] };
}

function parse(text: string): Report | undefined {
  try {
    return JSON.parse(text) as Report;
  } catch {
    // Not JSON: the caller says what it was instead.
    return undefined;
  }
}
