import assert from "node:assert/strict";
import { createHash, randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import type { MessageShape } from "@bufbuild/protobuf";
import { AnalyticsService } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { AuthService } from "@finflow/gen/finflow/auth/v1/auth_pb";
import { ChatbotService } from "@finflow/gen/finflow/chatbot/v1/chatbot_pb";
import { Statement_Verdict } from "@finflow/gen/finflow/type/v1/statement_pb";
import { Transaction_CategorySource } from "@finflow/gen/finflow/type/v1/transaction_pb";
import { CorrectionService } from "@finflow/gen/finflow/upload/v1/correction_pb";
import {
  Document_Status,
  type DocumentSchema,
  UploadService,
} from "@finflow/gen/finflow/upload/v1/upload_pb";
import type { RenderedStatement } from "@finflow/sample-statements/render-statement";
import { poll } from "./http.ts";
import { newCredentials } from "./person.ts";
import { type Caller, connectJson, grpcWeb, plainGrpc, Refusal } from "./protocols.ts";
import { sample, specOf } from "./statements.ts";
import type { Target } from "./target.ts";

const { method: auth } = AuthService;
const { method: upload } = UploadService;
const { method: analytics } = AnalyticsService;

const protocols: Record<string, (target: Target) => Caller> = {
  "gRPC, by plain grpc-js": plainGrpc,
  "gRPC-web, by connect-web": grpcWeb,
  "Connect with JSON, by connect-web": connectJson,
};

export function sameByRpc(target: () => Target): void {
  for (const [name, open] of Object.entries(protocols)) {
    describe(`the same over ${name}`, () => {
      test("from registering to being erased", { timeout: 120_000 }, async () => {
        const caller = open(target());
        try {
          await wholeWay(target(), caller);
        } finally {
          caller.close();
        }
      });
    });
  }
}

async function wholeWay(target: Target, caller: Caller): Promise<void> {
  const credentials = newCredentials();
  const session = await caller.unary(auth.register, credentials);
  const { accessToken: token } = session;
  assert.equal((await caller.unary(auth.getMe, {}, token)).email, credentials.email);
  await refuses(caller.unary(auth.getMe, {}), "UNAUTHENTICATED");
  await refuses(caller.unary(auth.register, { ...credentials, email: "nobody" }), "INVALID_ARGUMENT");
  await refuses(caller.unary(upload.getUploadStatus, { documentId: randomUUID() }, token), "NOT_FOUND");

  const { pdf, truth } = await sample("protected");
  const rows = truth.accounts[0]!.transactions;
  const watching = watch(caller, token);
  const documentId = await send(target, caller, token, pdf);
  const failed = await watching.until(documentId, Document_Status.FAILED);
  assert.equal(failed.failure?.message, "This file is protected by a password.");
  await caller.unary(upload.retryDocument, { documentId, password: specOf("protected").password! }, token);
  const document = await watching.until(documentId, Document_Status.COMPLETED);
  assert.equal(document.verdict, Statement_Verdict.RECONCILED);
  assert.equal(document.transactionCount, rows.length);

  const content: Uint8Array[] = [];
  for await (const { chunk } of caller.stream(
    upload.getDocumentContent,
    { documentId },
    token,
    AbortSignal.timeout(30_000),
  )) {
    content.push(chunk);
  }
  assert.ok(Buffer.concat(content).equals(pdf), "the file comes back byte for byte");

  const summary = await figure(caller, token, document.revision);
  const debits = sum(rows.filter(({ type }) => type === "DEBIT"));
  assert.deepEqual(
    summary.totals.map(({ currency, totalDebit, totalCredit, count }) => [
      currency,
      totalDebit?.amount,
      totalCredit?.amount,
      count,
    ]),
    [["EUR", debits, sum(rows.filter(({ type }) => type === "CREDIT")), rows.length]],
  );
  const listed = await caller.unary(analytics.listTransactions, { pageSize: 1_000 }, token);
  const lines = (each: readonly { date: string; description: string; amount: string }[]) =>
    each.map(({ date, description, amount }) => `${date} ${description} ${amount}`).sort();
  assert.deepEqual(
    lines(listed.transactions.map((row) => ({ ...row, amount: row.amount?.amount ?? "" }))),
    lines(rows),
  );

  const question = { question: "What are my total debits?", minRevision: document.revision };
  const answer = await poll(
    "an answer that knows the statement",
    () => caller.unary(ChatbotService.method.ask, question, token),
    ({ revision }) => revision >= document.revision,
  );
  assert.ok(answer.answer.includes(debits), answer.answer);
  assert.ok(answer.citations.some(({ value, unit }) => value === debits && unit === "EUR"));

  const [row] = listed.transactions;
  const corrected = await caller.unary(
    CorrectionService.method.updateTransaction,
    { transactionId: row!.transactionId, etag: row!.etag, category: "health" },
    token,
  );
  assert.equal(corrected.transaction?.categorySource, Transaction_CategorySource.PERSON);
  await refuses(
    caller.unary(
      CorrectionService.method.updateTransaction,
      { transactionId: row!.transactionId, etag: row!.etag, category: "food" },
      token,
    ),
    "ABORTED",
  );

  const { revision } = await caller.unary(upload.deleteDocument, { documentId }, token);
  await watching.untilDeleted(documentId);
  await watching.stop();
  assert.deepEqual((await figure(caller, token, revision)).totals, []);

  const renewed = await caller.unary(auth.refresh, { refreshToken: session.refreshToken });
  const { erasureId } = await caller.unary(auth.deleteMe, {}, renewed.accessToken);
  await poll(
    "the erasure's end",
    () => caller.unary(auth.getErasure, { erasureId }),
    ({ finished }) => finished,
  );
  await refuses(caller.unary(auth.getMe, {}, renewed.accessToken), "UNAUTHENTICATED");
  await refuses(caller.unary(auth.login, credentials), "UNAUTHENTICATED");
}

/** Announced and completed by RPC; the bytes go to the address given, in whatever protocol the rest is. */
async function send(
  target: Target,
  caller: Caller,
  token: string,
  pdf: RenderedStatement["pdf"],
): Promise<string> {
  const announced = {
    fileName: "statement.pdf",
    sizeBytes: pdf.byteLength,
    sha256: createHash("sha256").update(pdf).digest("hex"),
  };
  const initiated = await caller.unary(upload.initiateUpload, announced, token);
  const put = await fetch(new URL(initiated.uploadUrl, target.url), {
    method: "PUT",
    headers: initiated.uploadHeaders,
    body: pdf,
  });
  assert.equal(put.status, 200, await put.text());
  const { documentId } = await caller.unary(
    upload.completeUpload,
    { documentId: initiated.documentId },
    token,
  );
  return documentId;
}

function figure(caller: Caller, token: string, minRevision: number) {
  return poll(
    `the summary with revision ${minRevision}`,
    () => caller.unary(analytics.getSummary, { minRevision }, token),
    ({ revision }) => revision >= minRevision,
  );
}

/** What the stream of documents says. */
function watch(caller: Caller, token: string) {
  const stopping = new AbortController();
  const seen = new Map<string, MessageShape<typeof DocumentSchema> | "deleted">();
  const heard = (async () => {
    for await (const { change } of caller.stream(upload.watchDocuments, {}, token, stopping.signal)) {
      if (change.case === "document") seen.set(change.value.documentId, change.value);
      else if (change.case === "deletedDocumentId") seen.set(change.value, "deleted");
    }
  })();
  let ended: unknown;
  heard.catch((error: unknown) => {
    ended = error;
  });
  const look = (documentId: string) => async () => {
    if (ended) throw ended;
    return seen.get(documentId);
  };
  return {
    async until(documentId: string, wanted: Document_Status) {
      const found = await poll(
        `status ${wanted} in the stream of documents`,
        look(documentId),
        (document) => document !== undefined && document !== "deleted" && document.status === wanted,
      );
      return found as MessageShape<typeof DocumentSchema>;
    },
    async untilDeleted(documentId: string) {
      await poll(
        "the deletion in the stream of documents",
        look(documentId),
        (document) => document === "deleted",
      );
    },
    async stop() {
      stopping.abort();
      await heard;
    },
  };
}

function sum(rows: readonly { amount: string }[]): string {
  const cents = rows.reduce((total, { amount }) => total + BigInt(amount.replace(".", "")), 0n);
  const text = String(cents).padStart(3, "0");
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}

async function refuses(call: Promise<unknown>, code: string): Promise<void> {
  await assert.rejects(call, (error) => {
    assert.ok(error instanceof Refusal, String(error));
    assert.equal(error.code, code, error.message);
    return true;
  });
}
