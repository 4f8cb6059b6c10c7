import assert from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { basename } from "node:path";
import { describe, test } from "node:test";
import { assertPortsFree } from "./free-ports.ts";
import { portOwner } from "./port-owner.ts";

async function aTakenPort(): Promise<{ port: number; release: () => Promise<unknown> }> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    port,
    release: () => {
      const closed = once(server, "close");
      server.close();
      return closed;
    },
  };
}

describe("ports", () => {
  test("one that is taken names its owner and the variable that changes it", async () => {
    const { port, release } = await aTakenPort();
    const owner = `${basename(process.execPath)} (process ${process.pid})`;
    await assert.rejects(
      assertPortsFree("127.0.0.1", { GRPC_PORT: port }, () => {}, 0),
      (error: Error & { reason: string }) => {
        assert.equal(error.reason, "port_taken");
        assert.ok(error.message.includes(`port ${port} is taken by ${owner}`), error.message);
        assert.match(error.message, /GRPC_PORT=\d+ npm start/);
        return true;
      },
    );
    await release();
    assert.equal(await portOwner(port), undefined);
  });

  test("one that is let go of meanwhile is waited for", async () => {
    const { port, release } = await aTakenPort();
    const said: string[] = [];
    await assertPortsFree("127.0.0.1", { PORT: port }, (line) => {
      said.push(line);
      void release();
    });
    assert.equal(said.length, 1);
    assert.match(said[0] ?? "", new RegExp(`process ${process.pid}`));
  });

  test("an address that is not this machine's is said at once", async () => {
    await assert.rejects(
      assertPortsFree("203.0.113.1", { PORT: 8080 }, () => {}),
      /203\.0\.113\.1:8080 cannot be listened on \(EADDRNOTAVAIL\)/,
    );
  });
});
