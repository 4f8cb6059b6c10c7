import { Admin } from "@platformatic/kafka";

/**
 * Whether brokers answer, asked on a connection of its own: that of the producer tries again for a minute before it
 * says that they do not.
 */
export function createKafkaProbe(bootstrap: readonly string[], clientId: string) {
  let admin: Admin | undefined;
  const drop = async () => {
    const broken = admin;
    admin = undefined;
    await broken?.close().catch(() => {});
  };
  return {
    async check(): Promise<void> {
      admin ??= new Admin({
        clientId: `${clientId}-probe`,
        bootstrapBrokers: [...bootstrap],
        retries: 0,
        connectTimeout: 1_500,
        requestTimeout: 1_500,
      });
      try {
        await admin.metadata({ topics: [], forceUpdate: true });
      } catch (error) {
        await drop();
        throw error;
      }
    },
    close: drop,
  };
}
