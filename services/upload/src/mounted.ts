import { openS3Objects } from "@finflow/objects/s3-objects";
import { readSecretKeys } from "@finflow/service-host/mounted-keys";
import type { z } from "zod";
import type { SealingKeys } from "./domain/password-seal.ts";
import type { workerEnvironment } from "./environment.ts";

type Shared = Pick<
  z.infer<typeof workerEnvironment>,
  "S3_BUCKET" | "S3_REGION" | "S3_ENDPOINT" | "S3_PUBLIC_ENDPOINT" | "UPLOAD_SEALING_KEYS_FILE"
>;

/** The keys that seal passwords: the current one, and the one before it. @throws ConfigError */
export async function sealingKeysOf({ UPLOAD_SEALING_KEYS_FILE: file }: Shared): Promise<SealingKeys> {
  const [current, previous] = await readSecretKeys("UPLOAD_SEALING_KEYS_FILE", file);
  return { current, previous };
}

/** The bucket of files. */
export function objectsOf(config: Shared): ReturnType<typeof openS3Objects> {
  return openS3Objects({
    bucket: config.S3_BUCKET,
    region: config.S3_REGION,
    ...(config.S3_ENDPOINT && { endpoint: config.S3_ENDPOINT }),
    ...(config.S3_PUBLIC_ENDPOINT && { publicEndpoint: config.S3_PUBLIC_ENDPOINT }),
  });
}
