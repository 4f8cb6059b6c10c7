import { once } from "node:events";
import { connect } from "node:http2";
import { buffer } from "node:stream/consumers";

const serving = 1;

/** Asks by the standard health RPC as a probe of Kubernetes does: HTTP/2 and a few bytes, no library. */
export async function isServing(address: string, service: string): Promise<boolean> {
  const name = Buffer.from(service);
  // HealthCheckRequest: field 1, a string.
  const message = name.length > 0 ? Buffer.concat([Buffer.from([0x0a, name.length]), name]) : name;
  const length = Buffer.alloc(5);
  length.writeUInt32BE(message.length, 1);
  const session = connect(`http://${address}`);
  try {
    const call = session.request({
      ":method": "POST",
      ":path": "/grpc.health.v1.Health/Check",
      ...{ "content-type": "application/grpc", te: "trailers" },
    });
    let status: unknown;
    // A refusal has no message: its status comes with the headers.
    for (const event of ["response", "trailers"] as const) {
      call.on(event, (headers) => {
        status = headers["grpc-status"] ?? status;
      });
    }
    const closed = once(call, "close");
    call.end(Buffer.concat([length, message]));
    const answer = await buffer(call);
    await closed;
    // HealthCheckResponse: field 1, a number.
    return status === "0" && answer.subarray(5).equals(Buffer.from([0x08, serving]));
  } finally {
    session.close();
  }
}
