import { statfs } from "node:fs/promises";
import { ServerError } from "./server-error.ts";

const mebibyte = 2 ** 20;

/**
 * Says before a server starts what it would say later, and less clearly, by refusing writes.
 *
 * @param needed MiB that must be free where `folder` is
 * @throws ServerError `no_space` naming the folder
 */
export async function assertSpace(server: string, folder: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = Math.floor((bavail * bsize) / mebibyte);
  if (free >= needed) return;
  throw new ServerError("no_space", `${server}: ${free} MiB are free at ${folder}; it needs ${needed}`);
}
