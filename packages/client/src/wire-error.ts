import { Code, ConnectError } from "@connectrpc/connect";
import { BadRequestSchema, ErrorInfoSchema } from "@finflow/gen/google/rpc/error_details_pb";

type RestError = { status?: string; message?: string; details?: RestDetail[] };
type RestDetail = {
  "@type"?: string;
  reason?: string;
  domain?: string;
  metadata?: Record<string, string>;
  fieldViolations?: { field?: string; description?: string }[];
};

/** The error of a REST answer (AIP-193's JSON) as an RPC would throw it. */
export async function wireError(response: Response): Promise<ConnectError> {
  const said: unknown = await response.json().catch(() => undefined);
  const error = (said as { error?: RestError } | undefined)?.error ?? {};
  return new ConnectError(
    error.message ?? `the server answered ${response.status}`,
    codeOf(error.status) ?? (response.status >= 500 ? Code.Unavailable : Code.Unknown),
    response.headers,
    detailsOf(error.details ?? []),
  );
}

function codeOf(status = ""): Code | undefined {
  const name = status.toLowerCase().replace(/(?:^|_)(.)/g, (_, letter: string) => letter.toUpperCase());
  return Code[name as keyof typeof Code];
}

function detailsOf(details: RestDetail[]) {
  const of = (typeName: string) =>
    details.filter((detail) => detail["@type"]?.split("/").at(-1) === typeName);
  return [
    ...of(ErrorInfoSchema.typeName).map(({ reason, domain, metadata }) => ({
      desc: ErrorInfoSchema,
      value: { reason, domain, metadata },
    })),
    ...of(BadRequestSchema.typeName).map(({ fieldViolations }) => ({
      desc: BadRequestSchema,
      value: { fieldViolations },
    })),
  ];
}
