import { createKafkaTopics } from "@finflow/event-log/kafka-topics";
import { createPool } from "@finflow/postgres/pool";
import { runMigration } from "@finflow/service-host/run-main";
import { migrationEnvironment } from "./environment.ts";
import { uploadSchema } from "./service.ts";

await runMigration("upload", migrationEnvironment, async (config, opens) => {
  const connectionString = config.DATABASE_URL;
  const pool = createPool({ connectionString, name: "upload-migrate", max: 2, statementTimeoutMs: 15_000 });
  opens("the database", pool, () => pool.end());
  await uploadSchema(pool).migrate();
  // upload writes most of them; whoever reads before they are there tries again.
  await createKafkaTopics({ bootstrap: config.KAFKA_BROKERS, replicas: config.KAFKA_REPLICAS });
});
