import { render } from "./render.ts";
import type { StatementSpec } from "./statement-spec.ts";
import { compare, type Outcome, type Reading, refused } from "./truth/compare.ts";
import { truthOf } from "./truth/truth.ts";

/** A reader under test: throws errors that carry a `reason`. */
export type Reader = (bytes: Uint8Array, options: { today: string }) => Promise<Reading>;

/** Has a reader read one statement, and holds what it says against the truth. */
export async function readSpec(
  spec: StatementSpec,
  read: Reader,
): Promise<Outcome & { bytes: number; ms: number }> {
  const bytes = await render(spec);
  const truth = truthOf(spec);
  const began = performance.now();
  const outcome = await read(bytes, { today: spec.today }).then(
    (reading) => compare(truth, reading),
    (error: unknown) => {
      const { reason } = error as { reason?: unknown };
      if (typeof reason !== "string") throw error;
      return refused(truth, reason);
    },
  );
  return { ...outcome, bytes: bytes.length, ms: performance.now() - began };
}
