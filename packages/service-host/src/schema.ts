import { setTimeout as pause } from "node:timers/promises";

/** What a store must hold before this code can use it: tables, indexes, topics. */
export type Schema = {
  /** Makes what is missing. Of several processes that call it at once, each finds it done in the end. */
  migrate(): Promise<void>;
  /**
   * Whether all that this code needs is there. A newer schema will do: it is expanded first, and contracted when no
   * process needs the old one any more.
   */
  isThere(): Promise<boolean>;
};

/** Who makes the schema: the process itself as it starts, or somebody else, whom it waits for. */
export type SchemaMode = "migrate" | "await";

const askEveryMs = 1_000;

/** Resolves when the schema is there. While it is awaited, a store that does not answer is waited for too. */
export async function bringUp(schema: Schema, mode: SchemaMode): Promise<void> {
  if (mode === "migrate") return schema.migrate();
  while (!(await schema.isThere().catch(() => false))) await pause(askEveryMs);
}
