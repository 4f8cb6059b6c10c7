import type { ObjectStore } from "@finflow/objects/object-store";
import type { Logger } from "@finflow/telemetry/logger";
import type { Pool } from "pg";
import type { DocumentChanges } from "../adapters/document-changes.ts";
import type { ReadingQueue } from "../adapters/reading-jobs.ts";
import type { SealingKeys } from "../domain/password-seal.ts";
import type { PageTokens } from "./page-token.ts";

/** What the handlers are made of. */
export type RpcPorts = {
  pool: Pool;
  objects: ObjectStore;
  queue: Pick<ReadingQueue, "add">;
  changes: Pick<DocumentChanges, "watch">;
  sealingKeys: SealingKeys;
  pageTokens: PageTokens;
  /** How long announced bytes may take to come. */
  pendingSeconds: number;
  logger: Logger;
};
