import assert from "node:assert/strict";
import { connect } from "node:net";
import { test } from "node:test";
import { Code } from "@connectrpc/connect";
import { until } from "../until.ts";
import { refused as refusal, running, somebody, whileChanged } from "./running.ts";

const cluster = "^cluster\\.outbound\\|3001\\|\\|auth\\.finflow\\.svc\\.cluster\\.local;?\\.";
let token: string;
let email: string;

const stat = (name: string) => running().edge.sidecar.stat(new RegExp(`${cluster}${name}$`));
const getMe = (with_?: string) => running().edge.call({ token: with_ });
const register = () => running().edge.call(somebody());

test("who is allowed to is let through, and gets a token", async () => {
  await until("edge reaches auth", async () => (await register()).code === 0, 30_000);
  const person = somebody();
  const { code, message } = await running().edge.call(person);
  assert.equal(code, 0, message);
  token = message;
  email = person.register.email;
});

test("a good token is let through, by keys that the sidecar fetched itself", async () => {
  assert.deepEqual(await getMe(token), { code: 0, message: email });
});

test("without a token, where one is needed, the sidecar refuses", async () => {
  assert.deepEqual(await getMe(), { code: Code.PermissionDenied, message: refusal });
});

test("a forged token is refused by the sidecar", async () => {
  const [head, , signature] = token.split(".");
  const claims = { iss: "finflow", aud: "finflow", sub: "0199aaaa-0000-7000-8000-000000000001", exp: 4e9 };
  const forged = `${head}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.${signature}`;
  const { code, message } = await getMe(forged);
  assert.equal(code, Code.Unauthenticated);
  assert.match(message, /^Jwt verification fails/);
});

test("a caller without a rule is refused, whatever token it brings, and would not be if a rule named it", async () => {
  const refused = { code: Code.PermissionDenied, message: refusal };
  assert.deepEqual(await running().chatbot.call({ token }), refused);
  const person = { email: "chatbot@example.org", password: "correct horse battery" };
  assert.deepEqual(await running().chatbot.call({ register: person }), refused);
  const path = "/spec/rules/0/from/0/source/principals/-";
  const named = [{ op: "add", path, value: "cluster.local/ns/finflow/sa/chatbot" }];
  await whileChanged("authorizationpolicy", "auth", named, () =>
    until("it is let through", async () => (await running().chatbot.call({ token })).code === 0, 30_000),
  );
  await until(
    "it is refused",
    async () => (await running().chatbot.call({ token })).code === refused.code,
    20_000,
  );
});

test("auth's admin port gives its keys to a service, and nothing else", async () => {
  const keys = await running().chatbot.call({ path: "/.well-known/jwks.json" });
  assert.equal(keys.code, 200, keys.message);
  assert.match(keys.message, /"kty":"RSA"/);
  // Its own sidecar knows no way there.
  assert.equal((await running().chatbot.call({ path: "/metrics" })).code, 404);
});

/** What a pod answers to HTTP/2 without TLS; nothing when it breaks off. */
function plaintext(address: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(3001, address, () => {
      socket.write(Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0", "latin1"));
    });
    let heard = "";
    socket.setTimeout(5_000, () => socket.destroy(new Error("neither answered nor closed")));
    socket.on("data", (chunk) => {
      heard = chunk.toString("latin1");
      socket.destroy();
    });
    socket.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "ECONNRESET" ? resolve("") : reject(error),
    );
    socket.on("close", () => resolve(heard));
  });
}

test("plaintext is refused, and would not be if the rule were weaker", async () => {
  const [{ pod }] = running().auth;
  assert.equal(await plaintext(pod.address), "");
  const weaker = [{ op: "replace", path: "/spec/mtls/mode", value: "PERMISSIVE" }];
  await whileChanged("peerauthentication", "default", weaker, () =>
    until("plaintext is answered", async () => (await plaintext(pod.address)) !== "", 30_000),
  );
  await until("plaintext is refused again", async () => (await plaintext(pod.address)) === "", 30_000);
});

test("what only reads is tried again elsewhere, and succeeds, because its rule says so; a write is not, and fails", async () => {
  const [replica] = running().auth;
  await replica.way.shut();
  try {
    const retried = await stat("upstream_rq_retry");
    await until(
      "a try fails",
      async () => {
        const { code, message } = await getMe(token);
        assert.equal(code, 0, message);
        return (await stat("upstream_rq_retry")) > retried;
      },
      30_000,
    );
    assert.ok((await stat("upstream_rq_retry_success")) > 0);

    const never = [{ op: "replace", path: "/spec/http/0/retries", value: { attempts: 0 } }];
    await whileChanged("virtualservice", "auth", never, () =>
      until("a read fails", async () => (await getMe(token)).code === Code.Unavailable, 30_000),
    );

    const before = { retries: await stat("upstream_rq_retry"), tries: await stat("upstream_rq_total") };
    let writes = 0;
    await until(
      "a write fails",
      async () => {
        writes += 1;
        return (await register()).code === Code.Unavailable;
      },
      30_000,
    );
    const now = { retries: await stat("upstream_rq_retry"), tries: await stat("upstream_rq_total") };
    assert.deepEqual(now, { retries: before.retries, tries: before.tries + writes });
  } finally {
    await replica.way.open();
  }
});

test("with the store away every replica says so, and none is left alone for it", async () => {
  const count = async () => ({
    ejections: await stat("outlier_detection\\.ejections_enforced_total"),
    tries: await stat("upstream_rq_total"),
    retries: await stat("upstream_rq_retry"),
  });
  const { ejections } = await count();
  for (const { way } of running().auth) await way.shut();
  try {
    // A rule of the test before may still be the changed one.
    const tried = async () => {
      const { retries } = await count();
      assert.equal((await getMe(token)).code, Code.Unavailable);
      return (await count()).retries - retries;
    };
    await until("a read is tried again three times", async () => (await tried()) === 3, 30_000);
    const before = await count();
    // Three times as many failures in a row as a dead process would be left alone for.
    for (let i = 0; i < 15; i++) {
      assert.equal((await getMe(token)).code, Code.Unavailable);
      assert.equal((await register()).code, Code.Unavailable);
    }
    // Of a read all tries, of a write one.
    assert.deepEqual(await count(), {
      ejections,
      tries: before.tries + 15 * 4 + 15,
      retries: before.retries + 15 * 3,
    });
  } finally {
    for (const { way } of running().auth) await way.open();
  }
  await until("it is back with the store", async () => (await getMe(token)).code === 0, 30_000);
});

test("an endpoint is left alone after five failures, and is back after thirty seconds", async () => {
  const [replica] = running().auth;
  const ejected = () => stat("outlier_detection\\.ejections_active");
  const took = () => replica.sidecar.stat(/^http\.inbound_[\d.]+_3001;?\.downstream_rq_total$/);
  // An answer ends a row of failures: those of the test before do not count.
  const answers = async () => {
    const before = await took();
    assert.equal((await register()).code, 0);
    return (await took()) > before;
  };
  await until("it answers", answers, 30_000);
  assert.equal(await ejected(), 0);
  await replica.process.kill();
  let failures = 0;
  await until(
    "it is left alone",
    async () => {
      if ((await register()).code === Code.Unavailable) failures += 1;
      return (await ejected()) === 1;
    },
    30_000,
  );
  const since = performance.now();
  assert.equal(failures, 5);
  for (let i = 0; i < 10; i++) assert.equal((await register()).code, 0);
  const back = async () => {
    await until("it is back", async () => (await ejected()) === 0, 60_000);
    return (performance.now() - since) / 1000;
  };
  const [seconds] = await Promise.all([back(), replica.start()]);
  assert.ok(seconds > 28 && seconds < 45, `after ${seconds} s`);
  await until("it is called again", answers, 30_000);
});
