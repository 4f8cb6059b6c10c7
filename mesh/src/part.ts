import { setTimeout as pause } from "node:timers/promises";
import type { ServerProcess } from "@finflow/local-servers/server-process";

/** One process of the mesh. It is started again when it ends by itself or is killed, as Kubernetes would. */
export type Part = {
  readonly name: string;
  /** SIGKILL. It comes back. */
  kill(): Promise<void>;
  /** SIGSTOP: it holds its connections and answers nobody. */
  pause(): void;
  resume(): void;
  /** Stops it in order, and it stays away until `start`. */
  halt(): Promise<void>;
  /** Resolves when it answers. @throws ServerError */
  start(): Promise<void>;
  /** Resolves when it answers, now or after it came back. */
  up(): Promise<void>;
};

/** Milliseconds before it is started again: the first time, and at most. */
const restart = { first: 250, longest: 5_000 };

/**
 * @param say told what happens to it
 * @param lastWords what it said last, told when it ends without being asked to
 */
export function createPart(
  name: string,
  launch: () => Promise<ServerProcess>,
  say: (message: string) => void,
  lastWords: () => Promise<string> = async () => "",
): Part {
  let current: Promise<ServerProcess> | undefined;
  let isWanted = false;
  let watching: Promise<void> | undefined;
  let isKilled = false;

  async function watch(): Promise<void> {
    for (let waitMs = restart.first; isWanted; ) {
      try {
        const process = await current!;
        await process.gone;
        waitMs = restart.first;
      } catch (error) {
        say(`${name} does not start: ${String(error)}`);
        waitMs = Math.min(waitMs * 2, restart.longest);
      }
      if (!isWanted) return;
      const why = isKilled ? "" : await lastWords();
      isKilled = false;
      say(`${name} ended and is started again${why && `: ${why}`}`);
      await pause(waitMs);
      if (isWanted) current = launch();
    }
  }

  return {
    name,
    async start() {
      if (isWanted) return;
      isWanted = true;
      current = launch();
      await current;
      watching = watch();
    },
    async halt() {
      isWanted = false;
      const process = await current?.catch(() => undefined);
      await process?.stop();
      await watching;
    },
    async kill() {
      isKilled = true;
      await (await current!).kill();
    },
    pause: () => void current?.then((process) => process.pause()),
    resume: () => void current?.then((process) => process.resume()),
    async up() {
      for (;;) {
        const process = await current?.catch(() => undefined);
        const isGone = process && (await Promise.race([process.gone.then(() => true), pause(0, false)]));
        if (process && !isGone) return;
        await pause(50);
      }
    },
  };
}
