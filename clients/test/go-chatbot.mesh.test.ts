import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { ChatbotService } from "@finflow/gen/finflow/chatbot/v1/chatbot_pb";
import { accepts, freePorts } from "@finflow/local-servers/ports";
import { newPerson, type Person } from "../../solo/test/end-to-end/person.ts";
import { plainGrpc, Refusal } from "../../solo/test/end-to-end/protocols.ts";
import { small } from "../../solo/test/end-to-end/statements.ts";
import { openTarget, type Target } from "../../solo/test/end-to-end/target.ts";
import { isServing } from "./grpc-health.ts";
import { buildGoProgram, obstacle } from "./programs.ts";

const without = await obstacle({ name: "go", toolchain: "go" });
if (without && process.env.CI) throw new Error(without);
const options = { skip: without ?? false };
const { ask, listConversations } = ChatbotService.method;

/**
 * A chatbot in Go in the place of ours, with Finflow's keys and figures around it: its addresses are edge's, which
 * speaks for analytics and auth.
 */
describe("a chatbot in another language", options, () => {
  let target: Target;
  let program = "";
  let person: Person;
  const running: ChildProcess[] = [];
  before(async () => {
    program = await buildGoProgram("chatbot", "./chatbot");
    target = await openTarget();
    person = await newPerson(target);
    await person.uploaded((await small()).pdf);
  });
  after(async () => {
    for (const child of running) child.kill("SIGKILL");
    await target?.close();
  });

  async function start(jwksUrl = `${target.url}/.well-known/jwks.json`) {
    const [port] = await freePorts(1);
    const environment = { GRPC_PORT: String(port), ANALYTICS_ADDRESS: target.grpc, JWKS_URL: jwksUrl };
    const child = spawn(program, { env: environment, stdio: "inherit" });
    running.push(child);
    while (!(await accepts(port!))) await sleep(50);
    const address = `127.0.0.1:${port}`;
    return { child, address, caller: plainGrpc({ ...target, grpc: address }) };
  }
  const refusedWith = async (call: Promise<unknown>, code: string) => {
    await assert.rejects(call, (error) => error instanceof Refusal && error.code === code, code);
  };
  const question = { question: "How much did I spend?", minRevision: 1 };

  test("answers with the figure that analytics has, and says which RPC gave it", async () => {
    const { caller } = await start();
    const { answer, understood, citations } = await caller.unary(ask, question, person.token);
    assert.deepEqual([answer, understood], ["You spent GBP 155.19.", true]);
    assert.deepEqual(
      citations.map(({ value, unit, source }) => [value, unit, source?.rpc]),
      [["155.19", "GBP", "finflow.analytics.v1.AnalyticsService/GetSummary"]],
    );
    const other = await caller.unary(ask, { question: "Will I be rich?" }, person.token);
    assert.equal(other.understood, false);
    await refusedWith(caller.unary(ask, { question: " " }, person.token), "INVALID_ARGUMENT");
    await refusedWith(caller.unary(listConversations, {}, person.token), "UNIMPLEMENTED");
    const stranger = await newPerson(target);
    assert.equal(
      (await caller.unary(ask, { question: "spent?" }, stranger.token)).answer,
      "You have no transactions.",
    );
  });

  test("refuses whoever has no token, or one that auth did not sign; every RPC does", async () => {
    const { caller } = await start();
    const [header, claims, signature] = person.token.split(".") as [string, string, string];
    const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const told = JSON.parse(Buffer.from(claims, "base64url").toString()) as object;
    const none = { ...JSON.parse(Buffer.from(header, "base64url").toString()), alg: "none" };
    const forged = [
      undefined,
      "x",
      `${header}.${encoded({ ...told, sub: "019a0000-0000-7000-8000-000000000000" })}.${signature}`,
      `${encoded(none)}.${claims}.`,
      `${header}.${claims}.${signature.startsWith("A") ? "B" : "A"}${signature.slice(1)}`,
    ];
    for (const token of forged) {
      await refusedWith(caller.unary(ask, question, token), "UNAUTHENTICATED");
      await refusedWith(caller.unary(listConversations, {}, token), "UNAUTHENTICATED");
    }
  });

  test("says that it cannot tell who calls, while auth's keys cannot be had", async () => {
    const { caller } = await start("http://127.0.0.1:1/.well-known/jwks.json");
    await refusedWith(caller.unary(ask, question, person.token), "UNAVAILABLE");
  });

  test("is healthy by the names that are asked for, and ends in order on SIGTERM", async () => {
    const { child, address } = await start();
    for (const name of ["", "process", "finflow.chatbot.v1.ChatbotService"]) {
      assert.ok(await isServing(address, name), `${name} is SERVING`);
    }
    assert.ok(!(await isServing(address, "finflow.upload.v1.UploadService")));
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    assert.deepEqual(await ended, [0, null]);
  });
});
