import { join } from "node:path";
import { authDefaults } from "@finflow/auth/config";
import { AuthError } from "@finflow/auth/domain/auth-error";
import { resetPassword, UnknownAccountError } from "@finflow/auth/reset-password";
import { keptKey } from "./kept-secret.ts";
import { withDatabases } from "./reach-database.ts";
import { SoloError } from "./solo-error.ts";

/**
 * @returns the password that was made up, undefined when one was given
 * @throws SoloError `no_data`, `refused`
 */
export async function resetPasswordIn(
  dataFolder: string,
  email: string,
  password: string | undefined,
): Promise<string | undefined> {
  return withDatabases(dataFolder, async (poolOf) => {
    const pool = await poolOf("finflow_auth");
    const key = await keptKey(join(dataFolder, "keys/auth-encryption"));
    const config = { ...authDefaults, keyEncryptionKeys: [{ id: "1", key }] } as const;
    try {
      return await resetPassword({ config, pool, email, password });
    } catch (cause) {
      if (cause instanceof UnknownAccountError) throw new SoloError("refused", cause.message, { cause });
      if (!(cause instanceof AuthError)) throw cause;
      throw new SoloError("refused", `not done: ${cause.reason.replaceAll("_", " ")}`, { cause });
    }
  });
}
