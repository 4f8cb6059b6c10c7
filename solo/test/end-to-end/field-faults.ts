import { randomUUID } from "node:crypto";

/** An id of the right form that nobody has. */
export const nobodysId = "0198d7a0-0000-7000-8000-000000000000";
const long = "x".repeat(600);

/** A bad request: the query or body, and the field that the answer must name. */
export type Bad = {
  query?: string;
  body?: Record<string, unknown>;
  field: string;
  /** INVALID_ARGUMENT unless told. */
  status?: string;
};

const filterFaults: Bad[] = [
  { query: "category=groceries", field: "category[0]" },
  { query: "type=SIDEWAYS", field: "type" },
  { query: "flow=0", field: "flow[0]" },
  { query: "from=2025-6-1", field: "from" },
  { query: "from=2025-02-30", field: "from" },
  { query: "to=yesterday", field: "to" },
  { query: "minAmount=-1", field: "minAmount" },
  { query: "maxAmount=1e9", field: "maxAmount" },
  { query: "currency=pounds", field: "currency[0]" },
  { query: "account=1", field: "account[0]" },
  { query: "document=..%2F..", field: "document[0]" },
  { query: "verdict=GOOD", field: "verdict" },
  { query: `search=${long}`, field: "search" },
  { query: "minRevision=-1", field: "minRevision" },
  { query: "minRevision=99999999999", field: "minRevision" },
  { query: "colour=red", field: "colour" },
];
const pageFaults: Bad[] = [
  { query: "pageSize=-1", field: "pageSize" },
  { query: "pageSize=many", field: "pageSize" },
  { query: "pageSize=100000", field: "pageSize" },
  { query: "pageToken=nonsense", field: "pageToken" },
  { query: `pageToken=${long}`, field: "pageToken" },
];
const good = { email: "somebody@example.com", password: "a pass phrase that is long" };
const announced = { fileName: "a.pdf", sizeBytes: 10, sha256: "0".repeat(64) };

/** By operation: what is wrong with a request, and the field that the answer names. */
export const faults: Record<string, Bad[]> = {
  Register: [
    { body: { ...good, email: "nobody" }, field: "email" },
    { body: { ...good, email: `${long}@example.com` }, field: "email" },
    { body: { ...good, password: "short" }, field: "password" },
    { body: { ...good, password: 12 }, field: "password" },
    { body: { ...good, requestId: "1" }, field: "requestId" },
    { body: { ...good, admin: true }, field: "admin" },
    { body: {}, field: "email" },
  ],
  Login: [
    { body: { password: "x" }, field: "email" },
    { body: { email: "a@example.com" }, field: "password" },
  ],
  Refresh: [{ body: { refreshToken: long }, field: "refreshToken" }],
  Logout: [{ body: { refreshToken: long }, field: "refreshToken" }],
  ChangePassword: [
    { body: { newPassword: good.password }, field: "currentPassword" },
    { body: { currentPassword: "x", newPassword: "1234" }, field: "newPassword" },
  ],
  ListSessions: pageFaults,
  InitiateUpload: [
    { body: { ...announced, fileName: "" }, field: "fileName" },
    { body: { ...announced, fileName: "two\nlines" }, field: "fileName" },
    { body: { ...announced, fileName: long }, field: "fileName" },
    { body: { ...announced, sizeBytes: 0 }, field: "sizeBytes" },
    { body: { ...announced, sizeBytes: 20 * 1024 * 1024 + 1 }, field: "sizeBytes" },
    { body: { ...announced, sizeBytes: 1.5 }, field: "sizeBytes" },
    { body: { ...announced, sha256: "0".repeat(63) }, field: "sha256" },
    { body: { ...announced, password: long }, field: "password" },
    { body: { ...announced, requestId: "1" }, field: "requestId" },
  ],
  CompleteUpload: [{ body: { documentId: randomUUID() }, field: "documentId" }],
  RetryDocument: [{ body: { password: long }, field: "password" }],
  UpdateDocument: [
    { body: { currency: "euro" }, field: "currency" },
    { body: { currency: "QQQ" }, field: "currency" },
    { body: { year: 1492 }, field: "year" },
  ],
  ListDocuments: pageFaults,
  UploadFile: [
    { query: "wait=1h", field: "wait" },
    { query: "wait=61s", field: "wait" },
    { query: "colour=red", field: "colour" },
  ],
  UpdateAccount: [{ body: { name: long }, field: "name" }],
  UpdateTransaction: [
    { body: { category: "groceries" }, field: "category" },
    { body: { flow: "SIDEWAYS" }, field: "flow" },
    { body: { date: "1.6.2025" }, field: "date" },
    { body: { description: "" }, field: "description" },
    { body: { description: "x".repeat(1_001) }, field: "description" },
    { body: { type: "TYPE_UNSPECIFIED" }, field: "type" },
    { body: { amount: "-1.00" }, field: "amount" },
    { body: { amount: 1.5 }, field: "amount" },
    { body: { etag: long, category: "food" }, field: "etag" },
    { body: { transactionId: randomUUID(), category: "food" }, field: "transactionId" },
  ],
  BatchUpdateTransactions: [
    { body: { requests: [] }, field: "requests" },
    { body: { requests: [{ transactionId: "1" }] }, field: "requests[0].transactionId" },
    { body: { requests: [{ transactionId: nobodysId, amount: "1,50" }] }, field: "requests[0].amount" },
  ],
  ListCorrections: [...pageFaults, { query: "document=1", field: "document" }],
  CreateRule: [
    { body: { match: "a", category: "food" }, field: "match" },
    { body: { match: "coffee", category: "drinks" }, field: "category" },
  ],
  GetSummary: filterFaults,
  GetCategories: filterFaults,
  GetMonthlyExpense: filterFaults,
  ListTransactions: [
    ...filterFaults,
    ...pageFaults,
    { query: "page=-1", field: "page" },
    { query: "page=200000", field: "page", status: "OUT_OF_RANGE" },
    { query: "orderBy=colour", field: "orderBy" },
    { query: "pageSize=1&pageSize=2", field: "pageSize" },
  ],
  ExportTransactions: [
    { query: "format=PDF", field: "format" },
    { query: "type=SIDEWAYS", field: "type" },
  ],
  Ask: [
    { body: { question: "" }, field: "question" },
    { body: { question: "x".repeat(1_001) }, field: "question" },
    { body: { question: "a", conversationId: "1" }, field: "conversationId" },
    { body: { question: "a", timeZone: "Mars/Base" }, field: "timeZone" },
    { body: { question: "a", minRevision: -1 }, field: "minRevision" },
  ],
  ListConversations: pageFaults,
};

/** Nothing can be wrong but an id in the path, which another test sees to. */
export const withoutFields = new Set(["GetSample", "PutUploadContent"]);
