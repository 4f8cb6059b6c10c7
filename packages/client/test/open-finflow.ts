import { type RunningSolo, startSolo, temporaryDataFolder } from "../../../solo/test/running-solo.ts";

export type OpenFinflow = {
  url: string;
  /** The process, where these tests started it; undefined where FINFLOW_URL names one. */
  solo: RunningSolo | undefined;
  close: () => Promise<void>;
};

/**
 * Finflow at FINFLOW_URL, which must run with its limits out of reach, or one of the test's own: every service,
 * its database, and edge on a socket.
 */
export async function openFinflow(): Promise<OpenFinflow> {
  const url = process.env.FINFLOW_URL?.replace(/\/$/, "");
  if (url) return { url, solo: undefined, close: async () => {} };
  const folder = await temporaryDataFolder();
  try {
    const solo = await startSolo({ dataFolder: folder.path });
    const close = async () => {
      try {
        await solo.interrupt();
      } finally {
        await folder.remove();
      }
    };
    return { url: solo.url, solo, close };
  } catch (error) {
    await folder.remove();
    throw error;
  }
}
