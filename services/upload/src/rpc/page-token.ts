import { createHmac, timingSafeEqual } from "node:crypto";
import { invalidField } from "../domain/upload-error.ts";

/**
 * Page tokens nobody can make up: a place in a list, bound to the list and its owner. What was changed, or
 * belongs to another list, is refused by name.
 */
export type PageTokens = {
  /** @param list names the RPC, its filter and the caller */
  make(list: string, place: string): string;
  /** @throws UploadError `invalid_field` for pageToken */
  read(list: string, token: string): string | undefined;
};

const tagBytes = 16;

/** @param keys the first makes tokens, all are accepted */
export function pageTokens(keys: readonly [Uint8Array, ...Uint8Array[]]): PageTokens {
  const tag = (key: Uint8Array, list: string, place: Uint8Array) =>
    createHmac("sha256", key).update(`page\0${list}\0`).update(place).digest().subarray(0, tagBytes);
  return {
    make: (list, place) => {
      const bytes = Buffer.from(place);
      return Buffer.concat([tag(keys[0], list, bytes), bytes]).toString("base64url");
    },
    read: (list, token) => {
      if (token === "") return undefined;
      const bytes = Buffer.from(token, "base64url");
      const [given, place] = [bytes.subarray(0, tagBytes), bytes.subarray(tagBytes)];
      const isOurs =
        given.length === tagBytes && keys.some((key) => timingSafeEqual(given, tag(key, list, place)));
      if (!isOurs || bytes.toString("base64url") !== token) {
        throw invalidField("pageToken", "is not a token of this list");
      }
      return place.toString();
    },
  };
}
