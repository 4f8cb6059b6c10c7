import { connectMongo } from "@finflow/mongo/connect-mongo";
import { runMigration } from "@finflow/service-host/run-main";
import { mongoChatbotStore } from "./adapters/mongo-store.ts";
import { migrationEnvironment } from "./environment.ts";

await runMigration("chatbot", migrationEnvironment, async (config, opens) => {
  const mongo = connectMongo({ url: config.MONGODB_URL, name: "chatbot-migrate" });
  opens("the database", mongo, () => mongo.close());
  await mongoChatbotStore(mongo).schema.migrate();
});
