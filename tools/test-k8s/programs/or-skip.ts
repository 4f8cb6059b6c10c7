import type { TestContext } from "node:test";
import { ServerError } from "@finflow/local-servers/server-error";

/**
 * What `get` gives; undefined, after the test was skipped with the reason, where it cannot be had on this machine.
 * In CI that is a failure: nothing is left out there.
 */
export async function orSkip<T>(t: TestContext, get: () => Promise<T>): Promise<T | undefined> {
  try {
    return await get();
  } catch (error) {
    const canBeDoneWithout = error instanceof ServerError && error.reason === "unavailable";
    if (!canBeDoneWithout || process.env.CI === "true") throw error;
    console.error(`NOT TESTED: ${t.name}: ${error.message}`);
    t.skip(error.message);
    return undefined;
  }
}

/**
 * Does `get` for all tests of a file, in `before`; what it gives is why those are to be skipped, if they are.
 *
 * @param what is not tested then
 */
export async function unlessMissing(what: string, get: () => Promise<void>): Promise<string | undefined> {
  try {
    await get();
    return undefined;
  } catch (error) {
    const canBeDoneWithout = error instanceof ServerError && error.reason === "unavailable";
    if (!canBeDoneWithout || process.env.CI === "true") throw error;
    console.error(`NOT TESTED: ${what}: ${error.message}`);
    return error.message;
  }
}
