/** Somebody in a pod who calls auth when told to, by the address of its service, as any process there does. */
import { createServer } from "node:http";
import { ConnectError, createClient } from "@connectrpc/connect";
import { createGrpcJsTransport } from "@finflow/connect-grpc-js/transport";
import { AuthService } from "@finflow/gen/finflow/auth/v1/auth_pb";
import type { Asked, Heard } from "./caller.ts";
import { controlPort } from "./pods.ts";

const address = process.env.TEST_AUTH_ADDRESS;
const transport = createGrpcJsTransport(`${address}:3001`, {
  channelOptions: { "grpc.default_authority": "auth:3001" },
  defaultTimeoutMs: 10_000,
});
const auth = createClient(AuthService, transport);

async function call(asked: Asked): Promise<Heard> {
  const headers: Record<string, string> = { "x-finflow-client-address": asked.from ?? "10.9.9.9" };
  if (asked.token) headers.authorization = `Bearer ${asked.token}`;
  try {
    if (asked.path) {
      const answer = await fetch(`http://${address}:3101${asked.path}`, { headers: { host: "auth:3101" } });
      return { code: answer.status, message: await answer.text() };
    }
    if (asked.register) {
      const { accessToken } = await auth.register(asked.register, { headers });
      return { code: 0, message: accessToken };
    }
    return { code: 0, message: (await auth.getMe({}, { headers })).email };
  } catch (error) {
    const { code, rawMessage } = ConnectError.from(error);
    return { code, message: rawMessage };
  }
}

createServer((request, response) => {
  const body: Buffer[] = [];
  request.on("data", (chunk: Buffer) => body.push(chunk));
  request.on("end", async () => {
    const heard = await call(JSON.parse(Buffer.concat(body).toString() || "{}") as Asked);
    response.end(JSON.stringify(heard));
  });
}).listen(controlPort, "0.0.0.0");
