import { Code, ConnectError } from "@connectrpc/connect";
import type { Session } from "./session.ts";

export type UploadFile = (file: Blob, name: string, password?: string) => Promise<Uploaded>;

export type Uploaded = { documentId: string; status: string; duplicate: boolean; revision: number };

/** Sends a file with `POST /upload`. @throws ConnectError as the RPCs do */
export function uploadFile(options: {
  baseUrl: string;
  fetch: typeof globalThis.fetch;
  session: Session;
}): UploadFile {
  const { baseUrl, fetch, session } = options;
  return async (file, name, password) => {
    const body = new FormData();
    // Before the file: edge reads the parts in order, and the file ends the request.
    if (password) body.append("password", password);
    body.append("file", file, name);
    const response = await fetch(`${baseUrl}/upload`, {
      method: "POST",
      headers: { authorization: `Bearer ${await session.token()}` },
      body,
    });
    const said: unknown = await response.json().catch(() => undefined);
    if (!response.ok) throw asConnectError(response.status, said);
    return said as Uploaded;
  };
}

/** The error of AIP-193's JSON. */
function asConnectError(status: number, said: unknown): ConnectError {
  const error = (said as { error?: { status?: string; message?: string } } | undefined)?.error;
  const name = (error?.status ?? "")
    .toLowerCase()
    .replace(/(?:^|_)(.)/g, (_, letter: string) => letter.toUpperCase());
  const code = Code[name as keyof typeof Code] ?? Code.Unknown;
  return new ConnectError(error?.message ?? `the server answered ${status}`, code);
}
