import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { assertSpace } from "./disk-space.ts";
import { freePorts } from "./ports.ts";
import { programOf } from "./programs.ts";
import { type ServerProcess, startProcess } from "./server-process.ts";

/** With the same ports and credentials those who use it find it again. */
export type SeaweedFsPlace = {
  readonly ports: readonly number[];
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
};

export type SeaweedFs = ServerProcess & {
  readonly place: SeaweedFsPlace;
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
};

const names = [
  "master.port",
  "master.port.grpc",
  "volume.port",
  "volume.port.grpc",
  "filer.port",
  "filer.port.grpc",
  "s3.port",
  "s3.port.grpc",
];

/** MiB; its own default is 1 % of the disk, below which every volume refuses writes: gigabytes on a large one. */
const minFreeSpace = 64;

/**
 * An S3 endpoint that checks signatures, checksums, lengths, types and expiry; its data in `folder`.
 *
 * @throws ServerError `no_space` too, where less than twice that is free
 */
export async function startSeaweedFs(folder: string, at?: SeaweedFsPlace): Promise<SeaweedFs> {
  const { path, env } = await programOf("seaweedfs");
  const data = join(folder, "data");
  await mkdir(data, { recursive: true });
  await assertSpace("seaweedfs", data, 2 * minFreeSpace);
  const { ports, credentials } = at ?? {
    ports: await freePorts(names.length),
    credentials: {
      accessKeyId: randomBytes(10).toString("hex"),
      secretAccessKey: randomBytes(20).toString("hex"),
    },
  };
  const config = join(folder, "s3.json");
  const identity = {
    name: "finflow",
    credentials: [{ accessKey: credentials.accessKeyId, secretKey: credentials.secretAccessKey }],
    actions: ["Admin", "Read", "Write", "List"],
  };
  await writeFile(config, JSON.stringify({ identities: [identity] }), { mode: 0o600 });
  const endpoint = `http://127.0.0.1:${ports[names.indexOf("s3.port")]}`;
  const assignment = `http://127.0.0.1:${ports[names.indexOf("master.port")]}/dir/assign`;
  const server = await startProcess({
    name: "seaweedfs",
    program: path,
    args: [
      ...["-logtostderr=true", "server", "-ip=127.0.0.1", "-ip.bind=127.0.0.1", `-dir=${data}`],
      ...[
        "-filer",
        "-s3",
        `-s3.config=${config}`,
        "-s3.port.iceberg=0",
        "-s3.port.lance=0",
        "-master.telemetry=false",
      ],
      ...[
        "-master.volumeSizeLimitMB=64",
        "-volume.max=20",
        `-volume.minFreeSpace=${minFreeSpace}MiB`,
        "-volume.preStopSeconds=0",
      ],
      ...names.map((name, index) => `-${name}=${ports[index]}`),
    ],
    env,
    folder,
    // Without a signature the gateway's answer is a refusal: it is there. A volume must take objects too.
    isReady: async () => (await statusOf(endpoint)) === 403 && (await statusOf(assignment)) === 200,
    patience: 120_000,
    // What was put is on disk by then; the rest waits for connections that stay open.
    stopPatience: 2_000,
  });
  return { ...server, place: { ports, credentials }, endpoint, region: "us-east-1", credentials };
}

async function statusOf(address: string): Promise<number> {
  return (await fetch(address, { signal: AbortSignal.timeout(2_000) })).status;
}
