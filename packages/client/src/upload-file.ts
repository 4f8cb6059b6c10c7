import type { Session } from "./session.ts";
import { wireError } from "./wire-error.ts";

/** @param password the file's own, where it has one */
export type UploadFile = (file: Blob, name: string, password?: string) => Promise<Uploaded>;

export type Uploaded = { documentId: string; status: string; duplicate: boolean; revision: number };

/**
 * Sends a file with `POST /upload`, which the browser streams from disk. Like an RPC it is sent once more where
 * its token was refused.
 * @throws ConnectError as the RPCs do, the server's details included
 */
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
    const send = (token: string) =>
      fetch(`${baseUrl}/upload`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}` },
        body,
      });
    const token = await session.token();
    let response = await send(token);
    if (response.status === 401) {
      await response.body?.cancel();
      response = await send(await session.token(token));
    }
    if (!response.ok) throw await wireError(response);
    return (await response.json()) as Uploaded;
  };
}
