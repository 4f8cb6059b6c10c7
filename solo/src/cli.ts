import { join } from "node:path";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { authDefaults } from "@finflow/auth/config";
import { AuthError } from "@finflow/auth/domain/auth-error";
import { resetPassword, UnknownAccountError } from "@finflow/auth/reset-password";
import { EmbeddedPostgresError } from "@finflow/embedded-postgres/embedded-postgres-error";
import { readSoloConfig } from "./config.ts";
import { keptKey } from "./kept-secret.ts";
import { withDatabase } from "./reach-database.ts";
import { SoloError } from "./solo-error.ts";

const usage = `usage: npx finflow reset-password EMAIL [--password-stdin]

Sets a new password, since Finflow sends no mail, and ends all sessions of the account. The password is made up
and printed, or read from standard input. Works while Finflow runs and while it does not; FINFLOW_DATA names the
data folder.`;

process.exitCode = await main();

async function main(): Promise<number> {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { "password-stdin": { type: "boolean" }, help: { type: "boolean", short: "h" } },
    });
    const [command, email, ...more] = positionals;
    if (values.help) {
      console.log(usage);
      return 0;
    }
    if (command !== "reset-password" || email === undefined || more.length > 0) {
      console.error(usage);
      return 64;
    }
    const given = values["password-stdin"] ? (await text(process.stdin)).replace(/\r?\n$/, "") : undefined;
    const made = await reset(email, given);
    console.log(made === undefined ? "The password is set." : `The new password: ${made}`);
    return 0;
  } catch (error) {
    console.error(forPeople(error));
    return 1;
  }
}

async function reset(email: string, password: string | undefined): Promise<string | undefined> {
  const { FINFLOW_DATA } = readSoloConfig(process.env);
  return withDatabase(FINFLOW_DATA, "finflow_auth", async (pool) => {
    const key = await keptKey(join(FINFLOW_DATA, "keys/auth-encryption"));
    const config = { ...authDefaults, keyEncryptionKeys: [{ id: "1", key }] } as const;
    return resetPassword({ config, pool, email, password });
  });
}

function forPeople(error: unknown): unknown {
  if (error instanceof AuthError) return `not done: ${error.reason.replaceAll("_", " ")}`;
  const known = [SoloError, EmbeddedPostgresError, UnknownAccountError];
  if (known.some((each) => error instanceof each)) return (error as Error).message;
  return (error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS")
    ? `${(error as Error).message}\n\n${usage}`
    : error;
}
