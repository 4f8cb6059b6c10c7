import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { readSoloConfig } from "./config.ts";
import { SoloError } from "./solo-error.ts";

const usage = `usage: npx finflow reset-password EMAIL [--password-stdin]
       npx finflow rebuild

reset-password sets a new password, since Finflow sends no mail, and ends all sessions of the account. The
password is made up and printed, or read from standard input.

rebuild makes everybody's figures and the assistant's index anew from the stored statements. It is needed after
one of Finflow's databases, and not all of them, was restored from a backup.

Both work while Finflow runs and while it does not; FINFLOW_DATA names the data folder.`;

process.exitCode = await main();

async function main(): Promise<number> {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { "password-stdin": { type: "boolean" }, help: { type: "boolean", short: "h" } },
    });
    const [command, ...operands] = positionals;
    if (values.help) {
      console.log(usage);
      return 0;
    }
    const dataFolder = readSoloConfig(process.env).FINFLOW_DATA;
    if (command === "reset-password" && operands.length === 1) {
      return await resetPassword(dataFolder, operands[0]!, values["password-stdin"] ?? false);
    }
    if (command === "rebuild" && operands.length === 0 && !values["password-stdin"]) {
      return await rebuild(dataFolder);
    }
    console.error(usage);
    return 64;
  } catch (error) {
    console.error(forPeople(error));
    return 1;
  }
}

// What a command needs is loaded when it runs: the usage is shown at once.

async function resetPassword(dataFolder: string, email: string, fromInput: boolean): Promise<number> {
  const given = fromInput ? (await text(process.stdin)).replace(/\r?\n$/, "") : undefined;
  const { resetPasswordIn } = await import("./reset-password.ts");
  const made = await resetPasswordIn(dataFolder, email, given);
  console.log(made === undefined ? "The password is set." : `The new password: ${made}`);
  return 0;
}

async function rebuild(dataFolder: string): Promise<number> {
  const { rebuildEverybody } = await import("./rebuild.ts");
  await rebuildEverybody(dataFolder);
  console.log("Figures are being made anew; until a person's are, they are shown as not complete.");
  return 0;
}

function forPeople(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error instanceof SoloError || error.name === "EmbeddedPostgresError") return error.message;
  const isUsage = (error as NodeJS.ErrnoException).code?.startsWith("ERR_PARSE_ARGS");
  return isUsage ? `${error.message}\n\n${usage}` : error;
}
