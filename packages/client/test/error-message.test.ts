import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { jsonBody, type RunningEdge, signIn, startEdge } from "../../../edge/test/start-edge.ts";
import { explain } from "../src/error-message.ts";
import { createFinflowClient } from "../src/finflow-client.ts";
import { wireError } from "../src/wire-error.ts";
import { createKeychain } from "./wires.ts";

/** What the call threw, explained. */
async function explained(call: Promise<unknown>) {
  return call.then(
    () => assert.fail("it succeeded"),
    (error: unknown) => explain(error),
  );
}

describe("errors as a person reads them", () => {
  let edge: RunningEdge;
  before(async () => {
    edge = await startEdge({ limits: { user: 1, address: 1_000 } });
  });
  after(() => edge?.close());
  const clientAt = (baseUrl: string) => createFinflowClient({ baseUrl, refreshTokens: createKeychain() });

  test("a refused field is named, with what is wrong with it", async () => {
    const { session } = clientAt(edge.origin);
    const { fields, passing } = await explained(session.register({ email: "nobody", password: "short" }));
    assert.deepEqual(Object.keys(fields).toSorted(), ["email", "password"]);
    assert.match(fields.password ?? "", /8/);
    assert.equal(passing, false);
  });

  test("too many calls pass, after the seconds that the server says", async () => {
    const person = await signIn();
    const refused = async () => {
      const response = await fetch(`${edge.origin}/upload/initiate`, jsonBody({}, "POST", person.bearer));
      throw await wireError(response);
    };
    await explained(refused());
    const { passing, retryAfter, message } = await explained(refused());
    assert.equal(passing, true);
    assert.ok(retryAfter >= 1 && retryAfter <= 60, String(retryAfter));
    assert.match(message, /^[A-Z].*\.$/);
  });

  test("a server that is away is told from one that refuses", async () => {
    // The discard port: never bound.
    const { session } = clientAt("http://127.0.0.1:9");
    const away = await explained(session.signIn({ email: "a@example.com", password: "a pass phrase" }));
    assert.deepEqual([away.passing, away.retryAfter, away.fields], [true, 0, {}]);
    assert.match(away.message, /cannot be reached/);
  });

  test("an answer that is not ours is no crash", async () => {
    const page = new Response("<html>bad gateway</html>", { status: 502 });
    const { message, passing } = await explained(wireError(page).then((error) => Promise.reject(error)));
    assert.equal(passing, true);
    assert.match(message, /does not answer/);
  });
});
