import { open } from "node:fs/promises";

/** Makes the names in a folder durable: a rename or removal is only then certain to outlive a power cut. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
