import type { Message } from "@bufbuild/protobuf";
import { Code, ConnectError, createRouterTransport, type ServiceImpl } from "@connectrpc/connect";
import {
  callOverTransport,
  createRestHandler,
  type RestHandlerOptions,
  type RestRequest,
} from "../src/handler.ts";
import { restRoutes } from "../src/routes.ts";
import { LibraryService } from "./gen/finflow/library/v1/library_pb.ts";

type Implementation = Partial<ServiceImpl<typeof LibraryService>>;

export type Answer = { status: number; header: Headers; text: string; json: unknown };

/** A REST handler over a real Connect service in memory; `seen` holds the requests that reached it. */
export function library(implementation: Implementation = {}, options: Partial<RestHandlerOptions> = {}) {
  const seen: Message[] = [];
  const echo = (request: Message) => {
    seen.push(request);
    return {};
  };
  const transport = createRouterTransport(({ service }) => {
    service(LibraryService, {
      getBook: echo,
      listBooks: echo,
      createBook: echo,
      replaceTags: echo,
      updateBook: (request) => {
        echo(request);
        return request;
      },
      lendBook: echo,
      readFile: echo,
      purgeBooks: echo,
      ...implementation,
    });
  });
  const handle = createRestHandler({
    routes: restRoutes([LibraryService]),
    call: callOverTransport(transport),
    ...options,
  });
  return {
    seen,
    handle,
    ask: (line: string, body?: string | Uint8Array, init?: RequestInit) => ask(handle, line, body, init),
  };
}

type RequestInit = {
  header?: Record<string, string>;
  signal?: AbortSignal;
  chunks?: AsyncIterable<Uint8Array>;
};

/** `line` is "GET /path?query". */
async function ask(
  handle: ReturnType<typeof createRestHandler>,
  line: string,
  body?: string | Uint8Array,
  init: RequestInit = {},
): Promise<Answer> {
  const [method = "", target = ""] = line.split(" ");
  const request: RestRequest = {
    method,
    target,
    header: new Headers(init.header),
    body: init.chunks ?? once(body),
    signal: init.signal ?? new AbortController().signal,
  };
  const response = await handle(request);
  if (!response) throw new ConnectError(`no route for ${line}`, Code.NotFound);
  const text = Buffer.from(response.body).toString("utf8");
  return {
    status: response.status,
    header: response.header,
    text,
    json: text === "" ? undefined : JSON.parse(text),
  };
}

async function* once(body: string | Uint8Array | undefined): AsyncIterable<Uint8Array> {
  if (body !== undefined) yield Buffer.from(body as string);
}

/** The names of the fields that an error answer calls wrong, with what it says of each. */
export function violations(answer: Answer): Record<string, string> {
  const { error } = answer.json as {
    error: { details: { "@type": string; fieldViolations?: { field: string; description: string }[] }[] };
  };
  const found = error.details.find((detail) => detail["@type"].endsWith("google.rpc.BadRequest"));
  return Object.fromEntries(
    (found?.fieldViolations ?? []).map(({ field, description }) => [field, description]),
  );
}
