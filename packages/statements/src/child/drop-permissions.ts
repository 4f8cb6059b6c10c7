/** Node 26 has it; older ones do not. */
type Droppable = { has(scope: string): boolean; drop?(scope: string): void };

/**
 * Gives up, for good, what a child is allowed only for its start: threads and addons. It matters before the file
 * comes: a thread can be started with flags of its own, which have no permissions model (Node's documentation says so,
 * and nodejs/node#62222), so who may start one may do everything.
 */
export function dropPermissions(): void {
  const permission = process.permission as Droppable | undefined;
  for (const scope of ["worker", "addon"]) if (permission?.has(scope)) permission.drop?.(scope);
}
