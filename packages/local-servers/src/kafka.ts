import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { kafkaJars } from "./kafka-jars.ts";
import { accepts, freePorts } from "./ports.ts";
import { ServerError } from "./server-error.ts";
import { type ServerProcess, startProcess } from "./server-process.ts";

const run = promisify(execFile);

export type Kafka = {
  /** `host:port` of each broker. */
  readonly bootstrap: readonly string[];
  readonly brokers: readonly ServerProcess[];
  /** Two of each broker: `startKafka` with the same ones finds the same cluster. */
  readonly ports: readonly number[];
  /** Starts a broker that was killed or stopped, with the data that it had. */
  restart(broker: number): Promise<void>;
  stop(): Promise<void>;
};

type Node = { id: number; folder: string; port: number; controller: number };

/**
 * A KRaft cluster whose nodes are broker and controller both. With three, a topic is replicated to all and a write
 * is acknowledged by two of them.
 *
 * @throws ServerError
 */
export async function startKafka(folder: string, count: 1 | 3, at?: readonly number[]): Promise<Kafka> {
  const jars = await kafkaJars();
  const ports = at ?? (await freePorts(2 * count));
  const nodes: Node[] = Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    folder: join(folder, `broker-${index + 1}`),
    port: ports[2 * index]!,
    controller: ports[2 * index + 1]!,
  }));
  const cluster = clusterId();
  for (const node of nodes) await prepare(jars, node, nodes, cluster);
  // A node alone elects no controller and would never be ready.
  const brokers = await Promise.all(nodes.map((node) => startBroker(jars, node)));
  return {
    bootstrap: nodes.map(({ port }) => `127.0.0.1:${port}`),
    brokers,
    ports,
    async restart(broker) {
      brokers[broker] = await startBroker(jars, nodes[broker]!);
    },
    async stop() {
      await Promise.all(brokers.map((broker) => broker.stop()));
    },
  };
}

/** Never one that begins with a dash, which would pass for an option. */
function clusterId(): string {
  const [first = 0, ...rest] = randomBytes(16);
  return Buffer.from([first & 0x7f, ...rest]).toString("base64url");
}

async function prepare(jars: string, node: Node, nodes: readonly Node[], cluster: string): Promise<void> {
  if (existsSync(join(node.folder, "data"))) return;
  await mkdir(node.folder, { recursive: true });
  await writeFile(propertiesOf(node), settingsOf(node, nodes));
  const format = [
    "kafka.tools.StorageTool",
    "format",
    "--cluster-id",
    cluster,
    "--config",
    propertiesOf(node),
  ];
  try {
    await run("java", [...javaOptions(jars), ...format]);
  } catch (cause) {
    const { code, stderr } = cause as { code?: unknown; stderr?: string };
    if (code === "ENOENT")
      throw new ServerError("unavailable", "Kafka: java (17 or later) is not installed", { cause });
    throw new ServerError("did_not_start", `Kafka's storage cannot be made: ${stderr}`, { cause });
  }
}

function settingsOf(node: Node, nodes: readonly Node[]): string {
  const copies = nodes.length;
  const least = Math.min(2, copies);
  const settings: Record<string, string | number | boolean> = {
    "process.roles": "broker,controller",
    "node.id": node.id,
    "controller.quorum.voters": nodes.map(({ id, controller }) => `${id}@127.0.0.1:${controller}`).join(","),
    listeners: `PLAINTEXT://127.0.0.1:${node.port},CONTROLLER://127.0.0.1:${node.controller}`,
    "advertised.listeners": `PLAINTEXT://127.0.0.1:${node.port}`,
    "controller.listener.names": "CONTROLLER",
    "inter.broker.listener.name": "PLAINTEXT",
    "log.dirs": join(node.folder, "data"),
    "default.replication.factor": copies,
    "min.insync.replicas": least,
    "offsets.topic.replication.factor": copies,
    "offsets.topic.num.partitions": 10,
    "transaction.state.log.replication.factor": copies,
    "transaction.state.log.min.isr": least,
    "transaction.state.log.num.partitions": 5,
    "share.coordinator.state.topic.replication.factor": copies,
    "share.coordinator.state.topic.min.isr": least,
    "group.initial.rebalance.delay.ms": 0,
    "auto.create.topics.enable": false,
  };
  return `${Object.entries(settings)
    .map(([name, value]) => `${name}=${value}`)
    .join("\n")}\n`;
}

function startBroker(jars: string, node: Node): Promise<ServerProcess> {
  return startProcess({
    name: "kafka",
    program: "java",
    args: [...javaOptions(jars), "-Xms256m", "-Xmx512m", "kafka.Kafka", propertiesOf(node)],
    folder: node.folder,
    // The listener opens once the broker has caught up with its controller.
    isReady: () => accepts(node.port),
    patience: 120_000,
    // The last brokers of a cluster that stops wait for a majority that is gone.
    stopPatience: 5_000,
  });
}

function propertiesOf({ folder }: Node): string {
  return join(folder, "server.properties");
}

function javaOptions(jars: string): string[] {
  const logging = join(import.meta.dirname, "../kafka/log4j2.properties");
  // Brokers that live for minutes beside everything else: half the processor time of the defaults.
  const modest = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"];
  return [...modest, `-Dlog4j2.configurationFile=file:${logging}`, "-cp", `${jars}/*`];
}
