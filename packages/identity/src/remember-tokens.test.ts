import assert from "node:assert/strict";
import { test } from "node:test";
import { rememberTokens } from "./remember-tokens.ts";

function remembering(lifetimeMs: number) {
  const clock = { ms: 1_000_000 };
  const asked: string[] = [];
  const expiresAt = new Date(clock.ms + lifetimeMs);
  const verify = rememberTokens(
    async (token) => {
      asked.push(token);
      if (token === "forged" || clock.ms >= expiresAt.getTime()) throw new Error("refused");
      return { userId: token, sessionId: "session", token, expiresAt };
    },
    () => clock.ms,
  );
  return { clock, asked, verify };
}

test("a token is verified again after half a minute, each for itself", async () => {
  const { clock, asked, verify } = remembering(900_000);
  for (const token of ["a", "a", "b", "a"]) assert.equal((await verify(token)).userId, token);
  assert.deepEqual(asked, ["a", "b"]);
  clock.ms += 30_000;
  await verify("a");
  assert.deepEqual(asked, ["a", "b", "a"]);
});

test("a token that ends meanwhile is refused at its end", async () => {
  const { clock, verify } = remembering(10_000);
  await verify("a");
  clock.ms += 9_999;
  await verify("a");
  clock.ms += 1;
  await assert.rejects(verify("a"), /refused/);
});

test("what is refused is looked at every time", async () => {
  const { asked, verify } = remembering(900_000);
  for (let time = 0; time < 2; time++) await assert.rejects(verify("forged"), /refused/);
  assert.deepEqual(asked, ["forged", "forged"]);
});

test("of more people than are remembered the first is forgotten", async () => {
  const { asked, verify } = remembering(900_000);
  for (let person = 0; person <= 10_000; person++) await verify(`${person}`);
  await verify("10000");
  assert.equal(asked.length, 10_001);
  await verify("0");
  assert.equal(asked.length, 10_002);
});
