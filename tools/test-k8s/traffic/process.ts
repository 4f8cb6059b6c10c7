import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { promisify } from "node:util";
import { type ServerProcess, startProcess } from "@finflow/local-servers/server-process";
import { render, root } from "../manifests.ts";
import { environmentOf } from "../rules/environment-of.ts";
import { find } from "../rules/rule.ts";
import { type Pod, within } from "./pods.ts";

const run = promisify(execFile);

/** Services of ours: each runs here as itself. */
export type App = "auth" | "upload" | "upload-worker" | "analytics" | "chatbot" | "edge";

/**
 * A service as production's Deployment starts it and what that tells it, save for where its stores and keys are.
 *
 * @param stores what production has from Secrets and mounts
 */
export async function startService(
  folder: string,
  pod: Pod & { app: App },
  stores: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const manifests = await render("k8s/overlays/production");
  const [container] = find(manifests, "Deployment", pod.app).spec.template.spec.containers;
  const [, program] = container.command as [string, string];
  // There is no collector.
  const { OTEL_EXPORTER_OTLP_ENDPOINT: _none, ...told } = environmentOf(container, manifests);
  const ready = `http://127.0.0.1:${told.ADMIN_PORT}/readyz`;
  const ask = `fetch(${JSON.stringify(ready)}).then(({ ok }) => process.exit(ok ? 0 : 1))`;
  const asking = within(pod, process.execPath, "-e", ask);
  return startProcess({
    name: `process-${pod.name}-${randomUUID().slice(0, 8)}`,
    folder,
    ...within(pod, process.execPath, join(root, program)),
    // Stopping waits for nobody here.
    env: { ...told, FINFLOW_GRACE_MS: "1000", ...stores },
    isReady: async () => {
      await run(asking.program, asking.args, { timeout: 5_000 });
      return true;
    },
    patience: 90_000,
  });
}
