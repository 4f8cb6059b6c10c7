import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { type Answer, type Asking, ask, expectStatus, poll } from "./http.ts";
import type { Target } from "./target.ts";
import type {
  DocumentJson,
  FreshnessJson,
  SessionJson,
  TransactionJson,
  TransactionsJson,
  UploadJson,
} from "./wire.ts";

export type UploadOptions = { password?: string; fileName?: string; wait?: string };

/** Somebody with an account, who talks HTTP. */
export type Person = ReturnType<typeof personOf>;
type Credentials = { email: string; password: string };

export function newCredentials(): Credentials {
  return { email: `${randomUUID()}@example.com`, password: `a pass phrase of ${randomUUID()}` };
}

export async function newPerson(target: Target, credentials = newCredentials()): Promise<Person> {
  const registered = await ask<SessionJson>(target, "POST", "/v1/auth/register", { json: credentials });
  return personOf(target, credentials, expectStatus(registered, 201));
}

/** With a session that is there already. */
export function personOf(target: Target, credentials: Credentials, session: SessionJson) {
  const token = session.accessToken;
  const call = <Body = unknown>(method: string, path: string, asking: Asking = {}): Promise<Answer<Body>> =>
    ask<Body>(target, method, path, { token, ...asking });
  const get = async <Body>(path: string): Promise<Body> => expectStatus(await call<Body>("GET", path), 200);
  /** A body is sent where there is one. */
  const send = async <Body>(method: string, path: string, json?: unknown): Promise<Body> =>
    expectStatus(await call<Body>(method, path, { json }), 200);

  /** POST /upload. */
  async function upload(pdf: Uint8Array<ArrayBuffer>, options: UploadOptions = {}): Promise<UploadJson> {
    const { password, fileName = "statement.pdf", wait } = options;
    const body = new FormData();
    if (password !== undefined) body.append("password", password);
    body.append("file", new Blob([pdf], { type: "application/pdf" }), fileName);
    const path = wait === undefined ? "/upload" : `/upload?wait=${wait}`;
    return expectStatus(await call<UploadJson>("POST", path, { body }), 202);
  }

  const document = (documentId: string): Promise<DocumentJson> => get(`/upload/status/${documentId}`);

  /** The document once it is read, well or not. */
  function read(documentId: string): Promise<DocumentJson> {
    return poll(
      `the end of reading ${documentId}`,
      () => document(documentId),
      ({ status }) => status === "COMPLETED" || status === "FAILED",
      // A scan may take a minute and a half, after the one before it.
      { withinMs: 180_000 },
    );
  }

  /** Uploads a statement that must be read well. */
  async function uploaded(pdf: Uint8Array<ArrayBuffer>, options: UploadOptions = {}): Promise<DocumentJson> {
    const found = await read((await upload(pdf, options)).documentId);
    assert.equal(found.status, "COMPLETED", JSON.stringify(found.failure));
    return found;
  }

  /** A figure that has everything up to a revision: `minRevision` waits a second, a busy machine takes longer. */
  function figure<Body extends FreshnessJson>(path: string, revision: number): Promise<Body> {
    const at = `${path}${path.includes("?") ? "&" : "?"}minRevision=${revision}`;
    return poll(
      `${path} with revision ${revision}`,
      () => get<Body>(at),
      (answer) => answer.revision >= revision,
    );
  }

  /** Every row, page after page; `query` such as "category=food&orderBy=amount". */
  async function rows(revision: number, query = "", pageSize = 1_000): Promise<TransactionJson[]> {
    const found: TransactionJson[] = [];
    for (let pageToken = "", isFirst = true; isFirst || pageToken !== ""; isFirst = false) {
      const at = `/transactions?${query}&pageSize=${pageSize}&pageToken=${encodeURIComponent(pageToken)}`;
      const page = await figure<TransactionsJson>(at, revision);
      assert.ok(
        page.transactions.length <= pageSize,
        `a page of ${page.transactions.length}, not ${pageSize}`,
      );
      found.push(...page.transactions);
      pageToken = page.nextPageToken;
    }
    return found;
  }

  return {
    ...credentials,
    target,
    session,
    userId: session.user.userId,
    token,
    call,
    get,
    send,
    upload,
    document,
    read,
    uploaded,
    figure,
    rows,
  };
}
