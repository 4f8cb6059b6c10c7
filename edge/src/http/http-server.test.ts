import assert from "node:assert/strict";
import { connect } from "node:net";
import { test } from "node:test";
import { startHttpServer } from "./http-server.ts";

/** Sends what is given and no more, and gives back what comes until the server closes. */
function talk(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    let answer = "";
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
}

/** Long enough that a busy machine has sent and read what is on its way before the connection is given up. */
const options = { host: "127.0.0.1", port: 0, headersTimeoutMs: 500, requestTimeoutMs: 600 };

test("a head that never ends, and a body that never does, are given up with 408", async (t) => {
  const server = await startHttpServer((request, response) => {
    request.resume();
    request.once("end", () => response.end());
  }, options);
  t.after(() => server.stop(0));
  const [head, nothing, body] = await Promise.all([
    talk(server.port, "GET / HTTP/1.1\r\nHost: x\r\nX-A: "),
    talk(server.port, ""),
    talk(server.port, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc"),
  ]);
  assert.match(head, /^HTTP\/1\.1 408 /);
  assert.match(nothing, /^HTTP\/1\.1 408 |^$/, "nor one that never begins");
  assert.match(body, /^HTTP\/1\.1 408 /);
});

test("stopping lets what is in flight finish, and closes kept connections", async () => {
  const begun = Promise.withResolvers<void>();
  const go = Promise.withResolvers<void>();
  const server = await startHttpServer(
    async (_, response) => {
      begun.resolve();
      await go.promise;
      response.end("done");
    },
    { host: "127.0.0.1", port: 0 },
  );
  const answer = talk(server.port, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  await begun.promise;
  const stopped = server.stop(60_000);
  go.resolve();
  assert.match(await answer, /done/);
  assert.equal(await stopped, true);
});
