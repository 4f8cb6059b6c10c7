import assert from "node:assert/strict";
import { createServer, type IncomingMessage } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { test } from "node:test";
import { ConnectError } from "@connectrpc/connect";
import { type MultipartLimits, readMultipart, type UploadedFile } from "./read-multipart.ts";

const limits: MultipartLimits = { maxFileBytes: 1_000, idleMs: 5_000, totalMs: 5_000 };
const part = 'Content-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n';

/** An empty chunk ends a chunked body. */
const end = "";

/** Sends a body over a socket, piece by piece, and gives what reading it came to. */
async function send(pieces: readonly string[], own: Partial<MultipartLimits> = {}): Promise<UploadedFile> {
  const { promise, resolve, reject } = Promise.withResolvers<UploadedFile>();
  const server = createServer((request: IncomingMessage, response) => {
    const signal = new AbortController();
    response.once("close", () => signal.abort());
    readMultipart(request, { ...limits, ...own }, signal.signal)
      .then(resolve, reject)
      .finally(() => response.end());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.on("error", () => {});
  socket.write(
    "POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nTransfer-Encoding: chunked\r\n\r\n",
  );
  for (const piece of pieces) {
    await new Promise((written) =>
      socket.write(`${Buffer.byteLength(piece).toString(16)}\r\n${piece}\r\n`, written),
    );
  }
  try {
    return await promise;
  } finally {
    socket.destroy();
    server.close();
  }
}

test("a body cut in two anywhere is the same file", async () => {
  const body = `--b\r\n${part}%PDF-1.7\r\n--b\r\nContent-Disposition: form-data; name="password"\r\n\r\npw\r\n--b--\r\n`;
  const whole = await send([body, end]);
  assert.deepEqual([whole.bytes.toString(), whole.password, whole.fileName], ["%PDF-1.7", "pw", "a.pdf"]);
  assert.match(whole.sha256, /^[0-9a-f]{64}$/);
  for (let cut = 1; cut < body.length; cut += 7) {
    assert.deepEqual(await send([body.slice(0, cut), body.slice(cut), end]), whole, `cut at ${cut}`);
  }
});

test("a file's name is what the person sees, cut at characters", async () => {
  const named = async (name: string) => {
    const head = `Content-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
    return (await send([`--b\r\n${head}%PDF-1.7\r\n--b--\r\n`, end])).fileName;
  };
  assert.equal(await named("my %22best%22 month.pdf"), 'my "best" month.pdf');
  assert.equal(await named("100%2e.pdf"), "100%2e.pdf");
  assert.equal(await named("😀".repeat(300)), "😀".repeat(255));
});

for (const [name, own] of [
  ["stops arriving", { idleMs: 20 }],
  ["drags on", { totalMs: 20 }],
] as const) {
  test(`a body that ${name} is given up`, async () => {
    await assert.rejects(send([`--b\r\n${part}%PDF`], own), (error) => {
      return error instanceof ConnectError && /did not arrive in time/.test(error.rawMessage);
    });
  });
}

test("a file past the limit is refused while it still arrives", async () => {
  await assert.rejects(send([`--b\r\n${part}`, "x".repeat(1_001)]), /larger than 1000 bytes/);
});

for (const [what, headers] of [
  ["field", "Content-Disposition: form-data"],
  ["file", 'Content-Disposition: form-data; filename="a.pdf"'],
  ["file without any header but its type", "Content-Type: application/octet-stream"],
  ["part without headers", ""],
] as const) {
  test(`a ${what} that has no name is refused and does not end the process`, async () => {
    await assert.rejects(
      send([`--b\r\n${headers}${headers && "\r\n"}\r\nx\r\n--b--\r\n`, end]),
      (error) => error instanceof ConnectError && !/internal/.test(error.message),
    );
  });
}

test("a refused file that is cut off does not end the process", async () => {
  const evil = 'Content-Disposition: form-data; name="evil"; filename="a.pdf"\r\n\r\n';
  await assert.rejects(send([`--b\r\n${evil}x`, end]), /evil|malformed/);
  await assert.rejects(send([`--b\r\n${part}x\r\n--b\r\n${part}x`, end]), /one at a time|malformed/);
});

test("a password is counted in characters, as the contract counts it", async () => {
  const body = (password: string) =>
    `--b\r\n${part}%PDF-1.7\r\n--b\r\nContent-Disposition: form-data; name="password"\r\n\r\n${password}\r\n--b--\r\n`;
  const longest = "🔑".repeat(256);
  assert.equal((await send([body(longest), end])).password, longest);
  await assert.rejects(send([body(`${longest}x`), end]), /more than 256 characters/);
});
