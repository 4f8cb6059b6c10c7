import { z } from "zod";

/** How the services reach the servers, by the names under which `npm run mesh` may be given them. */
export type ServerEnvironment = {
  AUTH_DATABASE_URL: string;
  UPLOAD_DATABASE_URL: string;
  MONGODB_URL: string;
  KAFKA_BROKERS: string;
  KAFKA_REPLICAS: string;
  REDIS_JOBS_URL: string;
  REDIS_CACHE_URL: string;
  S3_BUCKET: string;
  S3_REGION: string;
  S3_ENDPOINT: string;
  AWS_ACCESS_KEY_ID: string;
  AWS_SECRET_ACCESS_KEY: string;
};

const given = z.string().min(1).optional();

/**
 * Servers that are there already. Those that belong together are named together; what is not named is started.
 */
export const givenServers = z
  .object({
    AUTH_DATABASE_URL: given,
    UPLOAD_DATABASE_URL: given,
    MONGODB_URL: given,
    KAFKA_BROKERS: given,
    KAFKA_REPLICAS: given,
    REDIS_JOBS_URL: given,
    REDIS_CACHE_URL: given,
    S3_BUCKET: given,
    S3_REGION: given,
    S3_ENDPOINT: given,
    AWS_ACCESS_KEY_ID: given,
    AWS_SECRET_ACCESS_KEY: given,
  })
  .superRefine((named, context) => {
    for (const group of together) {
      const missing = group.filter((name) => named[name] === undefined);
      if (missing.length === 0 || missing.length === group.length) continue;
      for (const name of missing)
        context.addIssue({ code: "custom", path: [name], message: `goes with ${group.join(", ")}` });
    }
  });

export type GivenServers = z.infer<typeof givenServers>;

const together = [
  ["AUTH_DATABASE_URL", "UPLOAD_DATABASE_URL"],
  ["KAFKA_BROKERS", "KAFKA_REPLICAS"],
  ["S3_BUCKET", "S3_REGION", "S3_ENDPOINT", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"],
] as const;
