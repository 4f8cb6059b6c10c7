import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { connect } from "node:net";
import { after, before, test } from "node:test";
import { sha256Of } from "./backend.ts";
import { ask, jsonBody, type Person, type RunningEdge, signIn, startEdge } from "./start-edge.ts";

let edge: RunningEdge;
let person: Person;
before(async () => {
  edge = await startEdge();
  person = await signIn();
});
after(() => edge.close());

const pdf = (content = randomBytes(8).toString("hex")) => new Blob([`%PDF-1.7 ${content}`]);

function form(fields: Record<string, string | Blob>): FormData {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === "string") made.append(name, value);
    else made.append(name, value, "Kontoauszug März.pdf");
  }
  return made;
}

function upload(body: NonNullable<RequestInit["body"]>, query = "", headers: Record<string, string> = {}) {
  return ask(edge, `/upload${query}`, { method: "POST", body, headers: { ...person.bearer, ...headers } });
}

function multipart(...parts: string[]): [string, Record<string, string>] {
  const body = [...parts.map((part) => `--b\r\n${part}\r\n`), "--b--\r\n"].join("");
  return [body, { "content-type": "multipart/form-data; boundary=b" }];
}

const filePart = 'Content-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7';

test("one request: 202, the bytes stored, the password passed on", async () => {
  const content = randomBytes(300_000);
  const answer = await upload(form({ password: "sésame", file: new Blob([content]) }));
  assert.equal(answer.status, 202, answer.text);
  assert.deepEqual(Object.keys(answer.json), ["documentId", "status", "duplicate", "revision"]);
  assert.equal(answer.json.status, "UPLOADED");
  assert.equal(answer.json.duplicate, false);
  const stored = await edge.objects.stat(answer.json.documentId);
  assert.deepEqual(stored, { sizeBytes: content.byteLength, sha256: sha256Of(content) });
  assert.equal(edge.backend.seen.passwords.at(-1), "sésame");
});

test("?wait answers when it is read", async () => {
  const answer = await upload(form({ file: pdf() }), "?wait=30s");
  assert.equal(answer.status, 202);
  assert.equal(answer.json.status, "COMPLETED");
  for (const wait of ["30", "61s", "-1s", "1m", "", "5s&wait=6s"]) {
    const wrong = await upload(form({ file: pdf() }), `?wait=${wait}`);
    assert.equal(wrong.status, 400, wait);
    assert.match(wrong.text, /"field":"wait"/);
  }
  assert.match((await upload(form({ file: pdf() }), "?wiat=5s")).text, /"field":"wiat"/);
});

test("the same bytes again are the same document, and nothing is stored", async () => {
  const file = pdf("twice");
  const first = await upload(form({ file }));
  const second = await upload(form({ file }));
  assert.equal(second.json.documentId, first.json.documentId);
  assert.equal(second.json.duplicate, true);
});

test("who does not sign in is refused before the body is read", async () => {
  const answer = await ask(edge, "/upload", { method: "POST", body: form({ file: pdf() }) });
  assert.equal(answer.status, 401);
});

test("what is wrong with a form is named", async () => {
  const cases: [NonNullable<RequestInit["body"]>, string, RegExp][] = [
    [form({}), "file", /is missing/],
    [form({ password: "x" }), "file", /is missing/],
    [form({ file: "text" }), "file", /must be a file/],
    [form({ document: pdf() }), "document", /unknown field/],
    [form({ file: pdf(), comment: "x" }), "comment", /unknown field/],
    [form({ file: new Blob([]) }), "file", /is empty/],
    [form({ file: pdf(), password: "x".repeat(257) }), "password", /256/],
  ];
  const two = form({ file: pdf() });
  two.append("file", pdf(), "b.pdf");
  cases.push([two, "file", /one at a time/]);
  const passwords = form({ password: "a" });
  passwords.append("password", "b");
  passwords.append("file", pdf(), "b.pdf");
  cases.push([passwords, "password", /more than once/]);
  for (const [body, field, description] of cases) {
    const answer = await upload(body);
    assert.equal(answer.status, 400, answer.text);
    const { fieldViolations } = answer.json.error.details[1];
    assert.equal(fieldViolations[0].field, field);
    assert.match(fieldViolations[0].description, description);
  }
});

test("malformed multipart and other content types", async () => {
  const bodies: [string, Record<string, string>, number][] = [
    ["", { "content-type": "multipart/form-data; boundary=b" }, 400],
    ["--b\r\nnonsense", { "content-type": "multipart/form-data; boundary=b" }, 400],
    [`--b\r\n${filePart}`, { "content-type": "multipart/form-data; boundary=b" }, 400],
    [`--b\r\n${filePart}\r\n--b--\r\n`, { "content-type": "multipart/form-data" }, 400],
    [`--b\r\n${filePart}\r\n--b--\r\n`, { "content-type": "multipart/form-data; boundary=other" }, 400],
    ["{}", { "content-type": "application/json" }, 415],
    ["%PDF-1.7", { "content-type": "application/pdf" }, 415],
    [...multipart('Content-Disposition: form-data; filename="a.pdf"\r\n\r\nx'), 400],
    [
      ...multipart(
        filePart,
        ...Array.from({ length: 20 }, () => 'Content-Disposition: form-data; name="x"\r\n\r\ny'),
      ),
      400,
    ],
  ];
  for (const [body, headers, status] of bodies) {
    const answer = await upload(body, "", headers);
    assert.equal(answer.status, status, `${body.slice(0, 60)}: ${answer.text}`);
    assert.ok(answer.json.error.message);
  }
});

test("a path in a file name is no path", async () => {
  const before = edge.backend.seen.calls.length;
  const [body, headers] = multipart(
    'Content-Disposition: form-data; name="file"; filename="../../etc/passwd"\r\n\r\n%PDF-1.7 path',
  );
  assert.equal((await upload(body, "", headers)).status, 202);
  assert.ok(edge.backend.seen.calls.length > before);
});

test("20 MiB go through, one byte more is 413, announced or not", async () => {
  const largest = Buffer.alloc(20 * 1024 * 1024, "x");
  assert.equal((await upload(form({ file: new Blob([largest]) }))).status, 202);
  const over = Buffer.alloc(20 * 1024 * 1024 + 1, "x");
  const announced = await upload(form({ file: new Blob([over]) }));
  assert.equal(announced.status, 413, announced.text);
  const [head, headers] = multipart('Content-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n');
  async function* chunks() {
    yield Buffer.from(head.slice(0, head.indexOf("\r\n--b--")));
    for (let sent = 0; sent < over.byteLength; sent += 1024 * 1024) yield over.subarray(0, 1024 * 1024);
    yield Buffer.from("x\r\n--b--\r\n");
  }
  const streamed = await fetch(`${edge.origin}/upload`, {
    method: "POST",
    headers: { ...headers, ...person.bearer },
    body: ReadableStream.from(chunks()),
    duplex: "half",
  } as RequestInit);
  assert.equal(streamed.status, 413);
  assert.equal((await upload(form({ file: pdf() }))).status, 202, "and edge lives on");
});

test("a client that leaves half-way gives its slot back", async () => {
  for (let i = 0; i < 10; i += 1) {
    await new Promise<void>((resolve, reject) => {
      const socket = connect(edge.port, "127.0.0.1", () => {
        const head = `POST /upload HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${person.token}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n--b\r\n${filePart}`;
        socket.write(head, () => socket.destroy());
      });
      socket.on("close", () => resolve());
      socket.on("error", reject);
    });
  }
  assert.equal((await upload(form({ file: pdf() }))).status, 202);
});

test("many at once all come through, eight at a time", async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => upload(form({ file: pdf() }))));
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([202]));
});

async function initiate(content: Buffer) {
  const { json } = await ask(
    edge,
    "/upload/initiate",
    jsonBody(
      { fileName: "a.pdf", sizeBytes: content.byteLength, sha256: sha256Of(content) },
      "POST",
      person.bearer,
    ),
  );
  return json as { documentId: string; uploadUrl: string; uploadHeaders: Record<string, string> };
}

test("in three steps: initiate, PUT to the signed address without a bearer, complete", async () => {
  const content = randomBytes(100_000);
  const { documentId, uploadUrl, uploadHeaders } = await initiate(content);
  const put = await ask(edge, uploadUrl, { method: "PUT", headers: uploadHeaders, body: content });
  assert.equal(put.status, 200, put.text);
  const completed = await ask(edge, `/upload/complete/${documentId}`, {
    method: "POST",
    headers: person.bearer,
  });
  assert.equal(completed.json.status, "UPLOADED");
});

test("a signed address takes just what was announced, and nothing else is one", async () => {
  const content = randomBytes(1_000);
  const { documentId, uploadUrl } = await initiate(content);
  const other = await initiate(randomBytes(1_000));
  const put = (url: string, body: Buffer) => ask(edge, url, { method: "PUT", body: new Uint8Array(body) });
  assert.equal((await put(uploadUrl, content.subarray(1))).json.error.details[0].reason, "SIZE_DIFFERS");
  assert.equal((await put(uploadUrl, randomBytes(1_001))).json.error.details[0].reason, "SIZE_DIFFERS");
  assert.equal((await put(uploadUrl, randomBytes(1_000))).json.error.details[0].reason, "CHECKSUM_DIFFERS");
  for (const forged of [
    uploadUrl.replace(documentId, other.documentId),
    uploadUrl.replace("sizeBytes=1000", "sizeBytes=1001"),
    uploadUrl.split("?")[0] as string,
    `${uploadUrl}&sizeBytes=5`,
    "/upload/content/..%2F..%2Fsecret?expires=1&sizeBytes=1&sha256=0&signature=x",
  ]) {
    assert.equal((await put(forged, content)).status, 403, forged);
  }
  assert.equal(await edge.objects.stat(documentId), undefined, "nothing half-written");
  assert.equal((await put(uploadUrl, content)).status, 200);
});

test("where the object store has its own address, edge takes no bytes", async (t) => {
  const other = await startEdge({}, { contentStore: undefined });
  t.after(() => other.close());
  assert.equal((await ask(other, "/upload/content/x", { method: "PUT", body: "x" })).status, 404);
});

test("content comes back as an attachment, streamed; what is not there is an error, not a file", async () => {
  const { json } = await upload(form({ file: pdf() }));
  const path = `/upload/documents/${json.documentId}/content`;
  const answer = await ask(edge, path, { headers: person.bearer });
  assert.equal(answer.status, 200);
  assert.equal(answer.text.length, 640 * 1024);
  assert.equal(answer.header.get("content-type"), "application/pdf");
  assert.equal(
    answer.header.get("content-disposition"),
    `attachment; filename="M_rz _1_.pdf"; filename*=UTF-8''M%C3%A4rz%20%221%22.pdf`,
  );
  assert.equal(answer.header.get("x-content-type-options"), "nosniff");
  assert.equal((await ask(edge, path)).status, 401);
  const id = "00000000-0000-7000-8000-000000000000";
  assert.equal((await ask(edge, `/upload/documents/${id}/content`, { headers: person.bearer })).status, 404);
  const bad = await ask(edge, "/upload/documents/nonsense/content?x=1", { headers: person.bearer });
  assert.equal(bad.status, 400);
});

test("export is a file", async () => {
  const answer = await ask(edge, "/transactions:export?format=csv&category=food", { headers: person.bearer });
  assert.equal(answer.text, "date,amount\r\n2026-01-01,1.00\r\n");
  assert.match(answer.header.get("content-disposition") ?? "", /^attachment; filename="transactions.csv"/);
  const wrong = await ask(edge, "/transactions:export?format=xls", { headers: person.bearer });
  assert.equal(wrong.status, 400);
});
