/** What upload needs of the object store. Keys are document ids. */
export type UploadObjects = {
  /** Where the bytes go, and the headers that must go with them; nothing else is taken there. */
  presignPut(put: {
    key: string;
    sizeBytes: number;
    sha256: string;
    expiresAt: Date;
  }): Promise<{ url: string; headers: Record<string, string> }>;
  /** SHA-256 as lower-case hexadecimal; undefined when there is no such object. */
  stat(key: string, signal?: AbortSignal): Promise<{ sizeBytes: number; sha256: string } | undefined>;
  read(key: string, signal?: AbortSignal): Promise<AsyncIterable<Uint8Array> | undefined>;
  /** One that is not there is deleted already. */
  delete(key: string): Promise<void>;
  list(): AsyncIterable<string>;
};
