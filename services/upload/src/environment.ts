import {
  jobsVariables,
  kafkaVariables,
  objectVariables,
  postgresVariables,
  processVariables,
  secretFile,
  servingVariables,
} from "@finflow/service-host/variables";
import { z } from "zod";

/** What upload and its worker share. */
const shared = {
  ...jobsVariables,
  ...objectVariables,
  /** Seals the passwords of files that wait. */
  UPLOAD_SEALING_KEYS_FILE: secretFile,
};

/** What upload's process is told. */
export const environment = z.object({
  ...processVariables(3100),
  ...servingVariables(3000),
  ...postgresVariables(20),
  ...kafkaVariables,
  ...shared,
  /** `analytics.pem`, `chatbot.pem`: the public halves of those who may call internal RPCs. */
  SERVICE_PUBLIC_KEYS_FOLDER: secretFile,
});

/** What the worker's process is told. */
export const workerEnvironment = z.object({
  ...processVariables(3110),
  ...postgresVariables(8),
  ...shared,
  /** Documents read at the same time; each takes a core and about 100 MB. */
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(2),
});

/** What making its schema, and the topics of the event log, takes. */
export const migrationEnvironment = z.object({
  ...postgresVariables(4),
  ...kafkaVariables,
  /** Copies of each partition. */
  KAFKA_REPLICAS: z.coerce.number().int().min(1).max(9).default(3),
});
