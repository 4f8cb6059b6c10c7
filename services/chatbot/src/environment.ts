import {
  address,
  callingVariables,
  kafkaVariables,
  mongoVariables,
  processVariables,
  secretFile,
  servingVariables,
} from "@finflow/service-host/variables";
import { z } from "zod";

/** What chatbot's process is told. */
export const environment = z.object({
  ...processVariables(3103),
  ...servingVariables(3003),
  ...callingVariables,
  ...mongoVariables,
  ...kafkaVariables,
  UPLOAD_ADDRESS: address("dns:///upload:3000"),
  ANALYTICS_ADDRESS: address("dns:///analytics:3002"),
  /** Its own Ed25519 key, by which upload knows it. */
  SERVICE_KEY_FILE: secretFile,
});

/** What making its schema takes. */
export const migrationEnvironment = z.object(mongoVariables);
