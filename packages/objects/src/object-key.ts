import { ObjectError } from "./object-store.ts";

/** RFC 9562 in its canonical form: no other character ever reaches a path or an address. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether this can be an object's key: a document's id, in lower case. */
export function isObjectKey(key: string): boolean {
  return UUID.test(key);
}

/**
 * An object's name in a store, the same in every adapter: "documents/" and its key.
 * @throws ObjectError `invalid_key`
 */
export function objectName(key: string): string {
  if (!isObjectKey(key)) throw new ObjectError("invalid_key");
  return `documents/${key}`;
}
