/**
 * Everything a log line may say besides its sentence. What is not here does not reach the log: no PDF text,
 * password, token, e-mail or description. Ids are UUIDs, names are the program's own.
 */
export type LogFields = {
  /** What failed; logged with its causes, its text redacted. */
  error?: unknown;
  /** Milliseconds. */
  ms?: number;
  bytes?: number;
  count?: number;
  rows?: number;
  attempt?: number;
  revision?: number;
  version?: string | number;
  port?: number;
  /** An address or host this process listens on or talks to, without credentials. */
  address?: string;
  /** `finflow.auth.v1.AuthService/Login`. */
  method?: string;
  /** A gRPC code's name: `OK`, `NOT_FOUND`. */
  code?: string;
  /** A reason from one of the program's closed lists. */
  reason?: string;
  /** The service or store depended on. */
  dependency?: string;
  state?: string;
  step?: string;
  signal?: string;
  userId?: string;
  sessionId?: string;
  documentId?: string;
  statementId?: string;
  conversationId?: string;
  jobId?: string;
  claim?: number | string;
  topic?: string;
  partition?: number;
  /** A position in a log, as text: it may pass 2^53. */
  offset?: string;
  consumer?: string;
  eventId?: string;
  eventType?: string;
  generation?: number | string;
  keyId?: string;
  table?: string;
  database?: string;
  pid?: number;
  exitCode?: number | null;
};

const names: Record<keyof LogFields, true> = {
  error: true,
  ms: true,
  bytes: true,
  count: true,
  rows: true,
  attempt: true,
  revision: true,
  version: true,
  port: true,
  address: true,
  method: true,
  code: true,
  reason: true,
  dependency: true,
  state: true,
  step: true,
  signal: true,
  userId: true,
  sessionId: true,
  documentId: true,
  statementId: true,
  conversationId: true,
  jobId: true,
  claim: true,
  topic: true,
  partition: true,
  offset: true,
  consumer: true,
  eventId: true,
  eventType: true,
  generation: true,
  keyId: true,
  table: true,
  database: true,
  pid: true,
  exitCode: true,
};

/** Whether a field may be logged, for what reaches the logger past the type checker. */
export function isLogField(name: string): name is keyof LogFields {
  return Object.hasOwn(names, name);
}
