import type { KeptDeadLetter } from "@finflow/event-log/event-log";

/** One letter per block: causes are sentences, too long for a table. No data of an event is shown. */
export function printLetters(letters: readonly KeptDeadLetter[]): void {
  for (const { event, consumer, cause, failedAt } of letters) {
    console.log(`${failedAt.toISOString()} ${event.topic} ${event.type}`);
    console.log(`  user ${event.userId}, event ${event.id} of ${event.source}, ${event.time.toISOString()}`);
    console.log(`  ${consumer}: ${cause}`);
  }
  console.log(`${letters.length} dead letters`);
}
