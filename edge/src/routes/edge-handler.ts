import type { Exchange } from "../http/exchange.ts";

/**
 * Answers one of the routes of `edge-routes.ts`; what it throws becomes an AIP-193 error.
 *
 * @param variables the path's, decoded, in the template's order
 */
export type EdgeHandler = (exchange: Exchange, variables: readonly string[]) => Promise<void> | void;
