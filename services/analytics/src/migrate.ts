import { connectMongo } from "@finflow/mongo/connect-mongo";
import { runMigration } from "@finflow/service-host/run-main";
import { mongoAnalyticsStore } from "./adapters/mongo-store.ts";
import { migrationEnvironment } from "./environment.ts";

await runMigration("analytics", migrationEnvironment, async (config, opens) => {
  const mongo = connectMongo({ url: config.MONGODB_URL, name: "analytics-migrate" });
  opens("the database", mongo, () => mongo.close());
  await mongoAnalyticsStore(mongo).schema.migrate();
});
