import { closureOf, type Lockfile } from "../images/closure.ts";
import { type ImageName, images } from "../images/images.ts";

export type Environment = "dev" | "staging" | "production";

/** What is deployed of each image: upload's worker is the same image with another command. */
export const partsOf = (image: ImageName): string[] =>
  image === "upload" ? ["upload", "upload-worker"] : [image];

/** Where a branch or tag goes, as git-flow has it; undefined: nowhere. */
export function environmentOf(ref: string): Environment | undefined {
  if (ref === "refs/heads/develop") return "dev";
  if (/^refs\/heads\/(release|hotfix)\/./.test(ref)) return "staging";
  if (ref === "refs/heads/main" || /^refs\/tags\/v\d/.test(ref)) return "production";
  return undefined;
}

export type Changes = { images: ImageName[]; platform: boolean };

/** What every image is made of, or deployed with. */
const everywhere = [
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "Dockerfile",
  ".dockerignore",
  "tools/images/",
  "tools/delivery/",
  ".ci/",
  "k8s/components/",
];
const platformFolders = ["istio/", "k8s/base/namespace/", "k8s/components/"];
/** Parts of an overlay that are no service. */
const platformParts = ["platform", "mesh", "stores"];

/** @param files from the root; undefined where nobody knows what changed, and then all did */
export function changesIn(
  lockfile: Lockfile,
  environment: Environment | undefined,
  files: readonly string[] | undefined,
): Changes {
  const names = Object.keys(images) as ImageName[];
  const touched = (folders: readonly string[]) =>
    files === undefined || files.some((file) => folders.some((folder) => isWithin(file, folder)));
  const overlay = `k8s/overlays/${environment}`;
  const common = [...everywhere, `${overlay}/settings/`];
  const isChanged = (name: ImageName) => {
    const { workspaces } = closureOf(lockfile, images[name].workspace, () => true);
    const deployed = partsOf(name).flatMap((part) => [`k8s/base/${part}/`, `${overlay}/${part}/`]);
    const page = name === "edge" ? workspacesOf(lockfile, "edge/web") : [];
    return touched([...common, ...deployed, ...[...workspaces, ...page].map((path) => `${path}/`)]);
  };
  return {
    images: names.filter(isChanged),
    platform: touched([...platformFolders, ...platformParts.map((part) => `${overlay}/${part}/`)]),
  };
}

function workspacesOf(lockfile: Lockfile, workspace: string): string[] {
  return closureOf(lockfile, workspace, () => true).workspaces;
}

/** What no image holds changes none: `.dockerignore` says the same. */
function isWithin(file: string, folder: string): boolean {
  if (!folder.endsWith("/")) return file === folder;
  return file.startsWith(folder) && !/\.(md|test\.ts|contract\.ts)$|(^|\/)test\//.test(file);
}
