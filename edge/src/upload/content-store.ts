import { Code, type ConnectError } from "@connectrpc/connect";
import { ObjectError, type ObjectErrorReason, type ObjectStore } from "@finflow/objects/object-store";
import { SignedPutError, verifySignedPut } from "@finflow/objects/signed-put";
import { restError } from "@finflow/rest-transcoder/rest-error";

/** The object store that edge itself takes bytes for; absent where the store has an address of its own. */
export type ContentStore = {
  objects: Pick<ObjectStore, "put">;
  /** What upload signs addresses with. */
  signingKey: Uint8Array;
};

/**
 * Stores a body at the address that upload signed for it.
 *
 * @param key the path's last part, as it came
 * @throws ConnectError PERMISSION_DENIED where the address is not valid (any more), INVALID_ARGUMENT where the
 * bytes are not those announced, UNAVAILABLE where there is no room
 */
export async function storeSigned(
  { objects, signingKey }: ContentStore,
  key: string,
  query: string,
  body: Uint8Array | AsyncIterable<Uint8Array>,
  options: { now: Date; signal: AbortSignal },
): Promise<void> {
  try {
    const signed = verifySignedPut(signingKey, key, new URLSearchParams(query), options.now);
    await objects.put(signed.key, body, signed.expected, options.signal);
  } catch (error) {
    if (error instanceof SignedPutError) throw addressRefused();
    if (error instanceof ObjectError) throw refusals[error.reason]();
    throw error;
  }
}

function addressRefused(): ConnectError {
  return restError(Code.PermissionDenied, "this upload address is not valid or has expired; initiate again", {
    reason: "UPLOAD_ADDRESS_INVALID",
  });
}

const refusals: Record<ObjectErrorReason, () => ConnectError> = {
  invalid_key: addressRefused,
  wrong_size: () =>
    restError(Code.InvalidArgument, "the file has not the size that was announced", {
      reason: "SIZE_DIFFERS",
    }),
  wrong_checksum: () =>
    restError(Code.InvalidArgument, "the file is not the one that was announced", {
      reason: "CHECKSUM_DIFFERS",
    }),
  no_space: () =>
    restError(Code.Unavailable, "there is no room for files at the moment", { reason: "STORAGE_FULL" }),
};
