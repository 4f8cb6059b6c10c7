import { AnalyticsError } from "./analytics-error.ts";
import type { Order } from "./order.ts";

/** Where a page begins: after the row with this value of the order's field and this id. */
export type Position = { value: string; transactionId: string };

export type Page = { size: number; after: Position | undefined; skip: number };

export const defaultPageSize = 50;

/** As deep as numbered pages go: counting through more rows than this is what page tokens are for. */
export const deepestRow = 100_000;

/**
 * The page a request asks for, by token or by number.
 * @param list what the token must have been made for: filter and order
 * @throws AnalyticsError naming page or pageToken
 */
export function readPage(
  request: { pageSize: number; pageToken: string; page: number },
  order: Order,
  list: string,
): Page {
  const size = request.pageSize || defaultPageSize;
  if (request.pageToken === "") {
    const skip = Math.max(request.page - 1, 0) * size;
    if (skip + size > deepestRow) {
      throw new AnalyticsError("too_far", {
        field: "page",
        problem: `numbered pages end at row ${deepestRow}: go on with pageToken, or narrow the filter`,
      });
    }
    return { size, after: undefined, skip };
  }
  if (request.page > 0) {
    throw new AnalyticsError("bad_page", { field: "page", problem: "goes without pageToken" });
  }
  return { size, after: decodeToken(request.pageToken, order, list), skip: 0 };
}

/** Opaque to clients; it says where to go on and in which list, and grants nothing. */
export function encodeToken(position: Position, list: string): string {
  const text = JSON.stringify([list, position.value, position.transactionId]);
  return Buffer.from(text).toString("base64url");
}

const forms = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  amount: /^\d{1,20}(\.\d{1,4})?$/,
  description: /^[\s\S]{0,4000}$/,
};
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function decodeToken(token: string, order: Order, list: string): Position {
  const refused = new AnalyticsError("bad_page", {
    field: "pageToken",
    problem: "is not one that this list gave: start again without it",
  });
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(token, "base64url").toString("utf8"));
  } catch {
    throw refused;
  }
  if (!Array.isArray(parts) || parts.length !== 3) throw refused;
  const [of, value, transactionId] = parts as unknown[];
  if (of !== list || typeof value !== "string" || typeof transactionId !== "string") throw refused;
  if (!forms[order.field].test(value) || value.includes("\0") || !uuid.test(transactionId)) throw refused;
  return { value, transactionId };
}
