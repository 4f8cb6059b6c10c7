import { after, before, describe } from "node:test";
import { badRequests } from "./bad-requests.ts";
import { chat } from "./chat.ts";
import { correcting } from "./correcting.ts";
import { erasing } from "./erasing.ts";
import { failingFiles } from "./failing-files.ts";
import { figures } from "./figures.ts";
import { othersIds } from "./others-ids.ts";
import { repeatedRows } from "./repeated-rows.ts";
import { sameByRpc } from "./same-by-rpc.ts";
import { sessions } from "./sessions.ts";
import { surface } from "./surface.ts";
import { openTarget, type Target } from "./target.ts";
import { uploading } from "./uploading.ts";
import { webSession } from "./web-session.ts";

/**
 * The running server, as a stranger meets it. One server for all subjects, each with people of its own; they run
 * side by side. `target.ts` says how to point the suite at another server.
 */
export function endToEnd(): void {
  describe("Finflow, end to end", { concurrency: 4, timeout: 600_000 }, () => {
    let opened: Target | undefined;
    const target = (): Target => {
      if (!opened) throw new Error("the server is not up");
      return opened;
    };
    before(async () => {
      opened = await openTarget();
    });
    after(async () => {
      await opened?.close();
    });

    figures(target);
    uploading(target);
    sameByRpc(target);
    chat(target);
    correcting(target);
    repeatedRows(target);
    failingFiles(target);
    erasing(target);
    othersIds(target);
    badRequests(target);
    sessions(target);
    surface(target);
    webSession(target);
  });
}
