import { join } from "node:path";
import { goModule } from "../programs/go-module.ts";
import { sources } from "../schemas/custom-schemas.ts";

/**
 * The files with the definitions of all custom kinds that manifests here use, as the API server takes them.
 *
 * @throws ServerError `unavailable`, `wrong_checksum`
 */
export async function definitionFiles(): Promise<string[]> {
  const found: string[] = [];
  for (const { files, ...module } of sources) {
    const folder = await goModule(module);
    found.push(...files.map((file) => join(folder, file)));
  }
  return found;
}
