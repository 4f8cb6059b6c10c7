/** Thrown by a consumer for a message that no attempt can take: it cannot be read, or contradicts its contract. */
export class PoisonError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "PoisonError";
  }
}

/**
 * The log does not hold what comes after a consumer's position: the consumer was away for longer than the log
 * keeps, it is new, or one of both was restored from a backup. Told as a problem before it is made good.
 */
export class PositionLostError extends Error {
  constructor(consumer: string, topic: string, position: string | undefined, resumeAt: string) {
    const stands = position === undefined ? `begins with ${topic}` : `stands at ${position} of ${topic}`;
    super(`${consumer} ${stands}, where the log holds nothing; it goes on at ${resumeAt}`);
    this.name = "PositionLostError";
  }
}

/** Nothing was heard for long from a consumer that has records to take, while the log itself answers. */
export class ConsumerStuckError extends Error {
  constructor(group: string, records: bigint, seconds: number) {
    super(`${group} has taken none of ${records} waiting records for ${Math.round(seconds)} s`);
    this.name = "ConsumerStuckError";
  }
}
