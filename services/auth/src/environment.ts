import {
  cacheVariables,
  kafkaVariables,
  postgresVariables,
  processVariables,
  secretFile,
  servingVariables,
} from "@finflow/service-host/variables";
import { z } from "zod";
import { authVariables } from "./config.ts";

/** What auth's process is told. */
export const environment = z.object({
  ...processVariables(3101),
  ...servingVariables(3001),
  ...postgresVariables(10),
  ...kafkaVariables,
  ...cacheVariables,
  ...authVariables.shape,
  /** Seals the private signing keys and keys the hashes of refresh tokens. */
  AUTH_ENCRYPTION_KEYS_FILE: secretFile,
  /** `edge.pem`: the public halves of those who may call internal RPCs. */
  SERVICE_PUBLIC_KEYS_FOLDER: secretFile,
});

/** What making its schema takes. */
export const migrationEnvironment = z.object(postgresVariables(10));
