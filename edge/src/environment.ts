import {
  address,
  cacheVariables,
  callingVariables,
  processVariables,
  secretFile,
  servingVariables,
} from "@finflow/service-host/variables";
import { z } from "zod";
import { edgeVariables } from "./config.ts";

/** What edge's process is told. */
export const environment = z.object({
  ...processVariables(8180),
  ...servingVariables(50_051),
  ...callingVariables,
  ...cacheVariables,
  ...edgeVariables.shape,
  AUTH_ADDRESS: address("dns:///auth:3001"),
  UPLOAD_ADDRESS: address("dns:///upload:3000"),
  ANALYTICS_ADDRESS: address("dns:///analytics:3002"),
  CHATBOT_ADDRESS: address("dns:///chatbot:3003"),
  /** Its own Ed25519 key, by which auth knows it. */
  SERVICE_KEY_FILE: secretFile,
});
