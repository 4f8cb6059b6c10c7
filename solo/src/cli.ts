import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { readSoloConfig } from "./config.ts";
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
    // Loaded when it is needed: the usage is shown at once.
    const { resetPasswordIn } = await import("./reset-password.ts");
    const made = await resetPasswordIn(readSoloConfig(process.env).FINFLOW_DATA, email, given);
    console.log(made === undefined ? "The password is set." : `The new password: ${made}`);
    return 0;
  } catch (error) {
    console.error(forPeople(error));
    return 1;
  }
}

function forPeople(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error instanceof SoloError || error.name === "EmbeddedPostgresError") return error.message;
  const isUsage = (error as NodeJS.ErrnoException).code?.startsWith("ERR_PARSE_ARGS");
  return isUsage ? `${error.message}\n\n${usage}` : error;
}
