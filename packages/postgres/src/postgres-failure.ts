/** The SQLSTATE of an error, also of one that drizzle wrapped; undefined when PostgreSQL did not speak. */
export function sqlState(error: unknown): string | undefined {
  for (let each = error; each instanceof Error; each = each.cause) {
    const { code } = each as { code?: unknown };
    if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) && "severity" in each) return code;
  }
  return undefined;
}

/** Whether a unique constraint or index, of this name if one is given, refused the row. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (sqlState(error) !== "23505") return false;
  if (constraint === undefined) return true;
  for (let each = error; each instanceof Error; each = each.cause) {
    if ((each as { constraint?: string }).constraint === constraint) return true;
  }
  return false;
}

/** Classes of SQLSTATE (PostgreSQL's appendix A) that say something of the server and nothing of the statement. */
const unavailableClasses = ["08", "53", "57", "58", "F0", "XX"];
const contention = ["40001", "40P01", "55P03"];

/**
 * Whether the store failed rather than refused: no connection, out of resources, shutting down, a timeout, a
 * deadlock. The same statement may succeed later. False for everything PostgreSQL says about the statement or
 * its data, and for errors that are not the store's.
 */
export function isUnavailable(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== undefined)
    return contention.includes(state) || unavailableClasses.includes(state.slice(0, 2));
  for (let each = error; each instanceof Error; each = each.cause) {
    const { code, syscall } = each as { code?: unknown; syscall?: unknown };
    if (typeof code === "string" && typeof syscall === "string") return true;
    if (each instanceof AggregateError) return each.errors.some(isUnavailable);
    // pg gives these no code.
    if (
      /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout|Client was closed)/.test(
        each.message,
      )
    )
      return true;
  }
  return false;
}
