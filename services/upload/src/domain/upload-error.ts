/** Why upload refuses a request; the rpc error table says it in gRPC's terms. */
export type UploadErrorReason =
  | "document_not_found"
  | "transaction_not_found"
  | "account_not_found"
  | "user_erased"
  | "not_failed"
  | "bytes_missing"
  | "bytes_differ"
  | "content_missing"
  | "too_many_pending"
  | "stale_etag"
  | "invalid_field";

export class UploadError extends Error {
  readonly reason: UploadErrorReason;
  /** The request's field in JSON's spelling, where one is to blame. */
  readonly field: string | undefined;

  constructor(reason: UploadErrorReason, options: ErrorOptions & { field?: string; message?: string } = {}) {
    super(options.message ?? reason, options);
    this.name = "UploadError";
    this.reason = reason;
    this.field = options.field;
  }
}

export function invalidField(field: string, message: string): UploadError {
  return new UploadError("invalid_field", { field, message });
}
