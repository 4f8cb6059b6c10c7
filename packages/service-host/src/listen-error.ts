/** A server could not take its address; says which, for a person to act on. */
export class ListenError extends Error {
  readonly host: string;
  readonly port: number;
  /** `EADDRINUSE`, `EACCES`, …; empty when the system gave none. */
  readonly code: string;

  constructor(host: string, port: number, code: string, options: ErrorOptions) {
    super(`cannot listen on ${host}:${port}${code && ` (${code})`}`, options);
    this.name = "ListenError";
    this.host = host;
    this.port = port;
    this.code = code;
  }
}

export function listenError(cause: unknown, host: string, port: number): ListenError {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  // grpc-js tells the system's code only in its sentence.
  const named = /\bE[A-Z]{3,}\b/.exec(cause instanceof Error ? cause.message : "")?.[0];
  return new ListenError(host, port, code.startsWith("E") ? code : (named ?? ""), { cause });
}
