import type { FailureReason } from "@finflow/statements/statement";

/**
 * `lost`: the document was deleted, asked for anew or given to another worker meanwhile, or its user erased.
 * `given_back`: something of ours failed, or this worker stops. `handed_over`: pages without text are left, for the job
 * that reads pictures.
 */
export type ReadingResult = "completed" | "lost" | "given_back" | "handed_over" | FailureReason;
