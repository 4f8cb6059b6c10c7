import { Code } from "@connectrpc/connect";
import { DomainError, type ErrorTable, errorTable } from "./error-table.ts";

/**
 * What clients are told while a service's own store is away, restarting or full: that says nothing about their
 * request, and the same one may succeed later.
 *
 * @param domain whose store it is: `finflow.upload`
 * @param message a sentence for people
 * @param isUnavailable whether an error says that the store failed rather than refused
 */
export function storeErrors(
  domain: string,
  message: string,
  isUnavailable: (error: unknown) => boolean,
): ErrorTable {
  const table = errorTable<"store_unavailable">(domain, {
    store_unavailable: {
      code: Code.Unavailable,
      message,
      help: "try again in a few seconds",
      retryAfterMs: 2_000,
    },
  });
  return {
    reply: (error) =>
      isUnavailable(error) ? table.reply(new DomainError("store_unavailable", { cause: error })) : undefined,
  };
}
