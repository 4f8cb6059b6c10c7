import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { portOwner } from "./port-owner.ts";
import { SoloError } from "./solo-error.ts";

/** A Finflow that was just killed or stopped may still be letting go of them. Milliseconds. */
const patience = 5_000;

/**
 * Checks before anything starts that the ports can be had.
 *
 * @param ports by the variable that changes each
 * @throws SoloError `port_taken`, naming the owner and the variable
 */
export async function assertPortsFree(
  host: string,
  ports: Readonly<Record<string, number>>,
  onWait: (message: string) => void,
  patienceMs = patience,
): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (const [variable, port] of Object.entries(ports)) {
    let hasSaid = false;
    for (let code = await bindFailure(host, port); code !== undefined; code = await bindFailure(host, port)) {
      if (code !== "EADDRINUSE" || performance.now() >= deadline)
        throw await portRefused(variable, host, port, code);
      if (!hasSaid) onWait(`waiting for port ${port}, which ${await describeOwner(port)} holds`);
      hasSaid = true;
      await sleep(200);
    }
  }
}

/** Says why a port cannot be had, who has it, and which variable changes it. */
export async function portRefused(
  variable: string,
  host: string,
  port: number,
  code: string,
): Promise<SoloError> {
  const why =
    code === "EADDRINUSE"
      ? `port ${port} is taken by ${await describeOwner(port)}`
      : `${host}:${port} cannot be listened on (${code})`;
  const other = port < 60_000 ? port + 1 : port - 1;
  const command = `${variable}=${other} npm start`;
  return new SoloError("port_taken", `${why}; ${variable} changes it: ${command}`);
}

async function describeOwner(port: number): Promise<string> {
  const owner = await portOwner(port);
  return owner ? `${owner.name} (process ${owner.pid})` : "a process of another user";
}

function bindFailure(host: string, port: number): Promise<string | undefined> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}
