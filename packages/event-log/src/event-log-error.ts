/** Thrown by a consumer for a message that no attempt can take: it cannot be read, or contradicts its contract. */
export class PoisonError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "PoisonError";
  }
}

/**
 * The log no longer holds what comes after a consumer's position: the consumer was away for longer than the log
 * keeps, or its store was restored from a backup. It must be rebuilt from the source.
 */
export class PositionLostError extends Error {
  constructor(consumer: string, topic: string, position: string) {
    super(`${consumer} stands at ${position} of ${topic}, and the log was pruned past it`);
    this.name = "PositionLostError";
  }
}
