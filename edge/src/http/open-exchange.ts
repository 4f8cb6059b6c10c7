import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createContextValues } from "@connectrpc/connect";
import { peerKey } from "@finflow/connect-grpc-js/peer";
import { isRequestId } from "@finflow/telemetry/correlation";
import { clientAddress } from "../limits/client-address.ts";
import { writeAdmissions } from "../limits/limit-interceptors.ts";
import type { Admission } from "../limits/quotas.ts";
import { httpAnswerKey, tellKey } from "../rpc/call-values.ts";
import type { Exchange } from "./exchange.ts";

/** @returns undefined where the request names no host, or one that is none: nothing can be made of it. */
export function openExchange(
  request: IncomingMessage,
  response: ServerResponse,
  trustedHops: number,
): Exchange | undefined {
  const target = originForm(request.url ?? "");
  const host = request.headers.host;
  if (target === undefined || host === undefined || !URL.canParse(`http://${host}${target}`))
    return undefined;

  const sent = request.headers["x-request-id"];
  const requestId = typeof sent === "string" && isRequestId(sent) ? sent : randomUUID();
  request.headers["x-request-id"] = requestId;
  const header = headersOf(request);
  const peer = request.socket.remoteAddress ?? "";
  const isHttps = trustedHops > 0 && header.get("x-forwarded-proto") === "https";
  const gone = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) gone.abort();
  });
  const setHeader = (name: string, value: string) => {
    if (!response.headersSent) response.setHeader(name, value);
  };
  const told: Admission[] = [];
  const values = createContextValues()
    .set(peerKey, peer)
    .set(httpAnswerKey, { setHeader, isHttps })
    .set(tellKey, (admission) => {
      told.push(admission);
      writeAdmissions(told, { set: setHeader });
    });
  return {
    request,
    response,
    method: request.method ?? "",
    target,
    header,
    address: clientAddress(peer, header.get("x-forwarded-for"), trustedHops),
    isHttps,
    requestId,
    signal: gone.signal,
    values,
  };
}

/** RFC 9112, 3.2: the absolute form means the same as the origin form; others are not for this server. */
function originForm(target: string): string | undefined {
  if (/^https?:/i.test(target) && !URL.canParse(target)) return undefined;
  const path = target.replace(/^https?:\/\/[^/?#]*/i, "");
  if (path === "" || path.startsWith("?")) return `/${path}`;
  return path.startsWith("/") ? path : undefined;
}

function headersOf(request: IncomingMessage): Headers {
  const header = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === "string") header.set(name, value);
    else for (const item of value ?? []) header.append(name, item);
  }
  return header;
}
