/** Every topic; all rows of a user, of whatever change, are on the first, so that they have one order. */
export const topics = ["transactions.created", "users.deleted", "users.erased"] as const;

export type Topic = (typeof topics)[number];

/** Topics that tell of erasing: they hold nothing but ids, and outlive the erasing. */
export const erasureTopics: readonly Topic[] = ["users.deleted", "users.erased"];

/** The others hold what people stored, and are cleared of a user. */
export const contentTopics: readonly Topic[] = topics.filter((topic) => !erasureTopics.includes(topic));

/** A fact for the outbox. Its id is made there, its time is the moment it was written. */
export type NewEvent = {
  readonly topic: Topic;
  /** CloudEvents' `type`, such as `finflow.transactions.created.v1`. */
  readonly type: string;
  /** The partition key: events of one user arrive in the order they were written. */
  readonly userId: string;
  /** A message of `finflow.events.v1` in Protobuf's binary form. */
  readonly data: Uint8Array;
  /** W3C trace context; the active span's when left out. */
  readonly traceparent?: string;
};

/** A CloudEvents 1.0 event in binary mode: attributes beside the data. `source` and `id` together are unique. */
export type LogEvent = Required<Omit<NewEvent, "traceparent">> & {
  /** UUIDv7. */
  readonly id: string;
  /** Which service speaks, such as `finflow.upload`. */
  readonly source: string;
  readonly time: Date;
  readonly traceparent: string | undefined;
};
