import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { collectChecked } from "./collect-checked.ts";
import { isObjectKey, objectName } from "./object-key.ts";
import {
  type ListedObject,
  type ObjectBody,
  ObjectError,
  type ObjectErrorReason,
  type ObjectStore,
} from "./object-store.ts";
import { sha256Of } from "./sha256-of.ts";

export type S3ObjectsConfig = {
  /** It exists; whoever makes it allows PUT from the page's origin (CORS). */
  bucket: string;
  region: string;
  /** Of another store than AWS's: `https://host:port`, the bucket in the path. */
  endpoint?: string;
  /** Where clients reach the same store for presigned addresses, if elsewhere. */
  publicEndpoint?: string;
  /** Otherwise AWS's own chain: environment, web identity of the service account, instance. */
  credentials?: { accessKeyId: string; secretAccessKey: string };
};

/** Milliseconds to connect, and between two signs of life. */
const patience = { connection: 3_000, request: 20_000 };

const contentType = "application/pdf";

/** What an S3 store calls what we have a name for. */
const reasons: Readonly<Record<string, ObjectErrorReason>> = {
  BadDigest: "wrong_checksum",
  InvalidDigest: "wrong_checksum",
  XAmzContentSHA256Mismatch: "wrong_checksum",
  XAmzContentChecksumMismatch: "wrong_checksum",
  IncompleteBody: "wrong_size",
  EntityTooLarge: "wrong_size",
  QuotaExceeded: "no_space",
  InsufficientStorage: "no_space",
  XMinioStorageFull: "no_space",
};

/**
 * Objects in an S3 bucket. S3 shows an object only when all of it is there, and checks the announced SHA-256 itself.
 * `put` holds the body in memory: nothing leaves before all of it was checked. Large files go to presigned addresses.
 */
export function openS3Objects(config: S3ObjectsConfig): ObjectStore & { close(): void } {
  const { bucket, endpoint, publicEndpoint } = config;
  const client = new S3Client(settingsFor(config, endpoint));
  const outside = publicEndpoint ? new S3Client(settingsFor(config, publicEndpoint)) : client;
  const place = (key: string) => ({ Bucket: bucket, Key: objectName(key) });

  return {
    async put(key, body, expected, signal) {
      const target = place(key);
      const bytes = await collectChecked(body, expected, signal);
      const command = new PutObjectCommand({
        ...target,
        Body: bytes,
        ContentLength: bytes.byteLength,
        ContentType: contentType,
        ChecksumSHA256: base64Of(expected.sha256),
      });
      await withOwnErrors(client.send(command, { abortSignal: signal }), signal);
    },

    async get(key, signal) {
      const command = new GetObjectCommand(place(key));
      const found = await unlessGone(withOwnErrors(client.send(command, { abortSignal: signal }), signal));
      if (!found) return undefined;
      return { sizeBytes: found.ContentLength ?? 0, body: found.Body as unknown as ObjectBody };
    },

    async stat(key, signal) {
      const command = new HeadObjectCommand({ ...place(key), ChecksumMode: "ENABLED" });
      const found = await unlessGone(withOwnErrors(client.send(command, { abortSignal: signal }), signal));
      if (!found) return undefined;
      if (found.ChecksumSHA256)
        return { sizeBytes: found.ContentLength ?? 0, sha256: hexOf(found.ChecksumSHA256) };
      // A store that keeps no checksum, or an object that was copied in: the bytes say it.
      const object = await this.get(key, signal);
      return object && sha256Of(object.body);
    },

    async delete(key) {
      await withOwnErrors(client.send(new DeleteObjectCommand(place(key))));
    },

    list: () => listed(client, bucket),

    async presignPut({ key, sizeBytes, sha256, expiresAt }) {
      const checksum = base64Of(sha256);
      const command = new PutObjectCommand({
        ...place(key),
        ContentLength: sizeBytes,
        ContentType: contentType,
        ChecksumSHA256: checksum,
      });
      // Seconds from the day of signing, one at least: an address that has expired is signed for the past.
      const now = Math.floor(Date.now() / 1_000);
      const until = Math.floor(expiresAt.getTime() / 1_000);
      const from = Math.min(now, until - 1);
      const url = await getSignedUrl(outside, command, {
        signingDate: new Date(from * 1_000),
        expiresIn: until - from,
        signableHeaders: new Set(["host", "content-length", "content-type"]),
        // In the query it would be signed and yet not compared with the bytes by every store.
        unhoistableHeaders: new Set(["x-amz-checksum-sha256"]),
      });
      return { url, headers: { "content-type": contentType, "x-amz-checksum-sha256": checksum } };
    },

    close() {
      client.destroy();
      outside.destroy();
    },
  };
}

function settingsFor({ region, credentials }: S3ObjectsConfig, endpoint: string | undefined): S3ClientConfig {
  return {
    region,
    ...(credentials && { credentials }),
    ...(endpoint && { endpoint, forcePathStyle: true }),
    requestHandler: { connectionTimeout: patience.connection, requestTimeout: patience.request },
    // We give SHA-256 ourselves; the client's own CRC would stand beside it in presigned addresses.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  };
}

async function* listed(client: S3Client, bucket: string): AsyncGenerator<ListedObject> {
  const prefix = "documents/";
  for (let token: string | undefined; ; ) {
    const page = await withOwnErrors(
      client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: token })),
    );
    for (const { Key = "", Size = 0, LastModified } of page.Contents ?? []) {
      const key = Key.slice(prefix.length);
      if (isObjectKey(key) && LastModified) yield { key, sizeBytes: Size, modifiedAt: LastModified };
    }
    token = page.NextContinuationToken;
    if (token === undefined) return;
  }
}

async function withOwnErrors<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    return await promise;
  } catch (error) {
    signal?.throwIfAborted();
    const reason = error instanceof S3ServiceException ? reasons[error.name] : undefined;
    throw reason ? new ObjectError(reason, { cause: error }) : error;
  }
}

async function unlessGone<T>(promise: Promise<T>): Promise<T | undefined> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof S3ServiceException && ["NoSuchKey", "NotFound"].includes(error.name))
      return undefined;
    throw error;
  }
}

const base64Of = (hex: string) => Buffer.from(hex, "hex").toString("base64");
const hexOf = (base64: string) => Buffer.from(base64, "base64").toString("hex");
