import { setTimeout as pause } from "node:timers/promises";
import { CreateBucketCommand, HeadBucketCommand, S3Client } from "@aws-sdk/client-s3";

export type BucketPlace = {
  endpoint: string;
  region: string;
  bucket: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
};

/** A store that has just begun answers before it can make anything. */
const attempts = 20;

/** Makes the bucket if it is missing. @throws what the store says in the end */
export async function createBucket({ endpoint, region, bucket, credentials }: BucketPlace): Promise<void> {
  const client = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        if (await exists(client, bucket)) return;
        await client.send(new CreateBucketCommand({ Bucket: bucket }));
      } catch (error) {
        if (attempt === attempts) throw error;
        await pause(250);
      }
    }
  } finally {
    client.destroy();
  }
}

async function exists(client: S3Client, bucket: string): Promise<boolean> {
  try {
    await client.send(new HeadBucketCommand({ Bucket: bucket }));
    return true;
  } catch (error) {
    if ((error as { name?: string }).name === "NotFound") return false;
    throw error;
  }
}
