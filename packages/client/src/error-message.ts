import { Code, ConnectError } from "@connectrpc/connect";
import { BadRequestSchema, ErrorInfoSchema } from "@finflow/gen/google/rpc/error_details_pb";

/** An error as a person should read it. */
export type Explained = {
  message: string;
  /** What can be done about it, where the server says so. */
  help: string | undefined;
  /** What is wrong with each field, by its name in JSON. */
  fields: Record<string, string>;
  /** Whether the same call may succeed later, with nothing else changed. */
  passing: boolean;
  /** How long the server asks to be left alone, in seconds; 0 when it does not say. */
  retryAfter: number;
};

/** Explains whatever a call threw. */
export function explain(error: unknown): Explained {
  const cause = ConnectError.from(error);
  const violations = cause.findDetails(BadRequestSchema).flatMap((detail) => detail.fieldViolations);
  return {
    message: sentences[cause.code] ?? sentence(cause.rawMessage),
    help: cause.findDetails(ErrorInfoSchema)[0]?.metadata.help,
    fields: Object.fromEntries(violations.map(({ field, description }) => [field, description])),
    passing: passing.has(cause.code),
    retryAfter: seconds(cause.metadata.get("retry-after")),
  };
}

/** Where what the server says is for programs. Unknown is what a connection that broke comes as. */
const sentences: Partial<Record<Code, string>> = {
  [Code.Unavailable]: "Finflow does not answer at the moment. Try again in a little while.",
  [Code.DeadlineExceeded]: "That took too long. Try again.",
  [Code.Internal]: "Something went wrong on our side. Try again.",
  [Code.Unknown]: "Finflow cannot be reached. Check your connection and try again.",
};

const passing: ReadonlySet<Code> = new Set([
  Code.Unavailable,
  Code.DeadlineExceeded,
  Code.Unknown,
  Code.ResourceExhausted,
]);

function sentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === ""
    ? ""
    : `${trimmed.charAt(0).toUpperCase()}${trimmed.slice(1)}${/[.!?]$/.test(trimmed) ? "" : "."}`;
}

/** Of Retry-After's two forms only the one that edge sends: seconds. */
function seconds(text: string | null): number {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : 0;
}
