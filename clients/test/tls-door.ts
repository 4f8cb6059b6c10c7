import { execFile } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { createServer } from "node:tls";
import { promisify } from "node:util";

/** TLS in front of a plaintext gRPC address, as the gateway of a mesh has it. */
export type TlsDoor = { address: string; authority: string; close: () => void };

/** @param folder for the certificate, which only `authority` vouches for */
export async function openTlsDoor(behind: string, folder: string): Promise<TlsDoor> {
  const [key, authority] = [join(folder, "key.pem"), join(folder, "authority.pem")];
  const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  await promisify(execFile)("openssl", [
    ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "1"],
    ...["-keyout", key, "-out", authority, ...subject],
  ]);
  const [host, port] = behind.split(":");
  const certificate = { key: await readFile(key), cert: await readFile(authority) };
  const server = createServer({ ...certificate, ALPNProtocols: ["h2"] }, (secure) => {
    const plain = connect(Number(port), host);
    // Either side's end, in order or not, is the other's.
    plain.on("error", () => secure.destroy());
    secure.on("error", () => plain.destroy());
    secure.pipe(plain).pipe(secure);
  });
  await once(server.listen(0, "localhost"), "listening");
  const { port: open } = server.address() as AddressInfo;
  return { address: `localhost:${open}`, authority, close: () => server.close() };
}
