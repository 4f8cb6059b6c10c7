import { numbersContradict } from "./account-key.ts";
import type { PrintedStatement } from "./printed-statement.ts";

/**
 * The document in whose bytes all of a document's statements were there already, if there is one.
 *
 * @param living statements of other documents with the identities of `statements`
 */
export function sameStatementAs(
  statements: readonly Pick<PrintedStatement, "identity" | "account">[],
  living: readonly PrintedStatement[],
): string | undefined {
  const byIdentity = Map.groupBy(living, ({ identity }) => identity);
  const documents = statements.map(({ identity, account }) =>
    (byIdentity.get(identity) ?? [])
      .filter((other) => !numbersContradict(account.numberKey, other.account.numberKey))
      .map(({ documentId }) => documentId)
      .sort(),
  );
  return documents.length > 0 && documents.every((found) => found.length > 0) ? documents[0]?.[0] : undefined;
}
