/** In edge's place behind the gateway: says of each request by which protocol it came, and from where as edge has it. */
import { createServer, type IncomingHttpHeaders } from "node:http";
import { createServer as createHttp2Server, type ServerHttp2Stream } from "node:http2";
import { clientAddress } from "../../../edge/src/limits/client-address.ts";
import type { Seen } from "./door.ts";

const hops = Number(process.env.FINFLOW_TRUSTED_HOPS);

function seen(protocol: Seen["protocol"], peer: string | undefined, headers: IncomingHttpHeaders): Buffer {
  const forwarded = String(headers["x-forwarded-for"] ?? "");
  return Buffer.from(
    JSON.stringify({ protocol, address: clientAddress(peer ?? "", forwarded, hops) } satisfies Seen),
  );
}

createServer((request, response) => {
  response.end(seen("http", request.socket.remoteAddress, request.headers));
}).listen(8080, "0.0.0.0");

// As much of gRPC as one message takes.
createHttp2Server()
  .on("stream", (stream: ServerHttp2Stream, headers) => {
    const message = seen("grpc", stream.session?.socket.remoteAddress, headers);
    const prefix = Buffer.alloc(5);
    prefix.writeUInt32BE(message.length, 1);
    stream.on("wantTrailers", () => stream.sendTrailers({ "grpc-status": "0" }));
    stream.respond({ ":status": 200, "content-type": "application/grpc" }, { waitForTrailers: true });
    stream.end(Buffer.concat([prefix, message]));
  })
  .listen(50_051, "0.0.0.0");
