import type { EventLog } from "./event-log.ts";

/** For `/readyz`: without the log work goes on, and figures fall behind. */
export function eventsCheck(log: EventLog): { name: string; check: () => Promise<void>; isOptional: true } {
  return { name: "events", check: log.check, isOptional: true };
}
