/** How large one message may be, in bytes, before it is refused with `resource_exhausted`. */
export type MessageLimits = {
  /** Largest message accepted from the peer. Default 4 MiB. */
  readMaxBytes?: number;
  /** Largest message sent to the peer. Default 4 MiB. */
  writeMaxBytes?: number;
};

const defaultMaxBytes = 4 * 1024 * 1024;

export function messageLimits(options: MessageLimits): Required<MessageLimits> {
  return {
    readMaxBytes: options.readMaxBytes ?? defaultMaxBytes,
    writeMaxBytes: options.writeMaxBytes ?? defaultMaxBytes,
  };
}
