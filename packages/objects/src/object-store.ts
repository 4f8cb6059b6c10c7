/**
 * Where the bytes of documents are kept, whole or not at all. A key is the document's id (a UUID in
 * lower case); any other is refused as `invalid_key`. Two puts of one key may race: each reader then sees the whole of one of them.
 */
export type ObjectStore = {
  /**
   * Stores an object, replacing one of the same key. Nothing of it can be seen before all of it has been
   * checked and made durable, and nothing is left of it when it is refused. A body that is refused before
   * its end is told to `return`, which destroys a stream; to answer an HTTP request nonetheless, pass
   * `request.iterator({ destroyOnReturn: false })`.
   * @throws ObjectError `wrong_size`, `wrong_checksum`, `no_space` or `invalid_key`; the signal's reason
   * when it is aborted; what `body` throws
   */
  put(
    key: string,
    body: Uint8Array | AsyncIterable<Uint8Array>,
    expected: ObjectStat,
    signal?: AbortSignal,
  ): Promise<void>;
  /** The object, or undefined when there is none. Whoever gets a body reads it to its end or destroys it. */
  get(key: string, signal?: AbortSignal): Promise<StoredObject | undefined>;
  /** What is stored, as it is stored; undefined when there is none. */
  stat(key: string, signal?: AbortSignal): Promise<ObjectStat | undefined>;
  /** Removes the object for good; one that is not there is removed already. */
  delete(key: string): Promise<void>;
  /** Every object, in no order; those put or deleted meanwhile may be missed. */
  list(): AsyncIterable<ListedObject>;
  /** A permission, for whoever holds it, to put one object until it expires. */
  presignPut(request: PresignRequest): Promise<PresignedPut>;
};

export type ObjectStat = {
  sizeBytes: number;
  /** 64 lower-case hexadecimal digits. */
  sha256: string;
};

export type StoredObject = { sizeBytes: number; body: ObjectBody };

/** Bytes in order; `destroy` gives back what reading holds. */
export type ObjectBody = AsyncIterable<Uint8Array> & { destroy(): void };

export type ListedObject = { key: string; sizeBytes: number; modifiedAt: Date };

export type PresignRequest = ObjectStat & { key: string; expiresAt: Date };

/** The bytes go to `url` by PUT, with exactly these headers. */
export type PresignedPut = { url: string; headers: Record<string, string> };

export type ObjectErrorReason =
  /** Not a UUID in lower case. */
  | "invalid_key"
  /** The body is longer or shorter than announced. */
  | "wrong_size"
  /** The body is not what was announced. */
  | "wrong_checksum"
  /** The disk, the quota or the bucket is full. */
  | "no_space";

export class ObjectError extends Error {
  readonly reason: ObjectErrorReason;

  constructor(reason: ObjectErrorReason, options?: { cause?: unknown }) {
    super(reason, options);
    this.name = "ObjectError";
    this.reason = reason;
  }
}
