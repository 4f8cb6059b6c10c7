import { chmod, mkdir, readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { keptOrMade } from "./kept-secret.ts";
import { SoloError } from "./solo-error.ts";

/** Raised when what lies in a data folder changes so that an older Finflow would misread it. */
export const dataFolderVersion = 1;

export type DataFolder = {
  readonly path: string;
  /** Secrets, each a file of mode 0600. */
  readonly keys: string;
  /** People's files. */
  readonly objects: string;
  readonly logs: string;
  /** Made by the database, which may have to lie elsewhere. */
  readonly postgres: string;
};

/**
 * Makes the data folder, or checks the one that is there: 0700, every folder in it too. As root it is 0711,
 * since the database runs as another user, who must pass through to its own folder.
 *
 * @throws SoloError `data_folder_foreign`, `data_folder_too_new`, `data_folder_unusable`
 */
export async function openDataFolder(given: string): Promise<DataFolder> {
  const path = resolve(given);
  const folder: DataFolder = {
    path,
    keys: join(path, "keys"),
    objects: join(path, "objects"),
    logs: join(path, "logs"),
    postgres: join(path, "postgres"),
  };
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await assertOurs(path);
    await chmod(path, process.getuid?.() === 0 ? 0o711 : 0o700);
    for (const inner of [folder.keys, folder.objects, folder.logs]) {
      await mkdir(inner, { recursive: true, mode: 0o700 });
      await chmod(inner, 0o700);
    }
  } catch (cause) {
    if (cause instanceof SoloError) throw cause;
    throw new SoloError(
      "data_folder_unusable",
      `the data folder ${path} cannot be used (${(cause as Error).message}): FINFLOW_DATA names another`,
      { cause },
    );
  }
  return folder;
}

async function assertOurs(path: string): Promise<void> {
  const file = join(path, "version");
  const names = await readdir(path);
  if (names.length > 0 && !names.includes("version")) {
    throw new SoloError(
      "data_folder_foreign",
      `${path} holds something else than Finflow's data: FINFLOW_DATA must name a new or empty folder`,
    );
  }
  if (names.length === 0) await keptOrMade(file, () => `${dataFolderVersion}\n`);
  const written = Number((await readFile(file, "utf8")).trim());
  if (written === dataFolderVersion) return;
  throw new SoloError(
    "data_folder_too_new",
    `${path} was written by a newer Finflow (format ${written}, this one knows ${dataFolderVersion}): use that one`,
  );
}
