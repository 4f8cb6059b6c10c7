import type { Explained } from "@finflow/client/error-message";

/** What went wrong, read out by screen readers as it appears. */
export function Problem({ problem }: { problem: Pick<Explained, "message" | "help"> | undefined }) {
  if (!problem) return null;
  return (
    <p className="problem" role="alert">
      {problem.message}
      {problem.help ? ` ${problem.help}` : ""}
    </p>
  );
}
