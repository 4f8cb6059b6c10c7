import { after, before, describe } from "node:test";
import { badRequests } from "./end-to-end/bad-requests.ts";
import { chat } from "./end-to-end/chat.ts";
import { correcting } from "./end-to-end/correcting.ts";
import { erasing } from "./end-to-end/erasing.ts";
import { failingFiles } from "./end-to-end/failing-files.ts";
import { figures } from "./end-to-end/figures.ts";
import { othersIds } from "./end-to-end/others-ids.ts";
import { repeatedRows } from "./end-to-end/repeated-rows.ts";
import { sameByRpc } from "./end-to-end/same-by-rpc.ts";
import { sessions } from "./end-to-end/sessions.ts";
import { surface } from "./end-to-end/surface.ts";
import { openTarget, type Target } from "./end-to-end/target.ts";
import { uploading } from "./end-to-end/uploading.ts";
import { webSession } from "./end-to-end/web-session.ts";

/**
 * The running server, as a stranger meets it. One server for all subjects, each with people of its own; they run
 * side by side. `end-to-end/target.ts` says how to point the suite at another server.
 */
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
