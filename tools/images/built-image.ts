import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildah, isolation } from "./buildah.ts";
import type { ImageName } from "./images.ts";
import { localBases } from "./local-bases.ts";
import { dockerfileFor } from "./stages.ts";

const root = join(import.meta.dirname, "../..");

/** An image that was built here, and a container of it, whose files can be looked at. */
export type BuiltImage = {
  container: string;
  /** Where its files are, from this machine. */
  files: string;
  /** As buildah says it: "281 MB". */
  size: string;
  config: { User: string; WorkingDir: string; Cmd: string[]; Env: string[]; StopSignal: string };
  remove: () => Promise<void>;
};

/** The image with everything installed, built and gathered, which all others copy from; made once in a process. */
let installed: Promise<string> | undefined;

/** @param npmCache what npm has fetched already, so that it is not fetched again */
export async function buildImage(name: ImageName, npmCache: string | undefined): Promise<BuiltImage> {
  const image = `localhost/finflow-${name}`;
  installed ??= buildStage("built", "localhost/finflow-built", npmCache, {});
  await buildStage(name, image, npmCache, { built: await installed });
  const { OCIv1 } = JSON.parse(await buildah("inspect", "--type", "image", image)) as {
    OCIv1: { config: BuiltImage["config"] };
  };
  const [listed] = JSON.parse(await buildah("images", "--json", image)) as { size: string }[];
  const container = await buildah("from", "--pull-never", image);
  return {
    ...{ container, size: listed!.size, config: OCIv1.config },
    files: await buildah("mount", container),
    remove: async () => void (await buildah("rm", container)),
  };
}

async function buildStage(
  target: string,
  image: string,
  npmCache: string | undefined,
  made: Record<string, string>,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "finflow-dockerfile-"));
  const file = join(folder, "Dockerfile");
  await writeFile(file, dockerfileFor(await readFile(join(root, "Dockerfile"), "utf8"), target, made));
  try {
    await buildah(
      ...["build", "--quiet", ...isolation, ...(await localBases()), "--file", file],
      ...(npmCache ? ["--volume", `${npmCache}:/root/.npm`] : []),
      ...["--target", target, "--tag", image, root],
    );
  } finally {
    await rm(folder, { recursive: true });
  }
  return image;
}
