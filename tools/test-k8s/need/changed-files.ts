import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Files that differ from what landed last, with what is not committed; or why that cannot be known. */
export type Changed = { files: string[] } | { unknown: string };

/**
 * What landed last is the remote's main branch; where it is what is checked out, what it was before that. A clone
 * that has neither, or not all commits between, cannot say.
 *
 * @param folder of a checkout
 */
export async function changedFiles(folder: string): Promise<Changed> {
  // Within a hook git names the repository that it runs for, which need not be this one.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_")));
  const git = async (...args: string[]) => {
    const { stdout } = await run("git", args, { cwd: folder, env, maxBuffer: 64_000_000 });
    return stdout.split("\n").filter((line) => line !== "");
  };
  const commit = (name: string) =>
    git("rev-parse", "--verify", "--quiet", `${name}^{commit}`).then(
      ([hash]) => hash,
      () => undefined,
    );
  try {
    const head = await commit("HEAD");
    if (!head) return { unknown: "there is no commit" };
    const main = await commit("origin/main");
    if (!main) return { unknown: "there is no origin/main to compare with" };
    const before = main === head ? await commit("origin/main@{1}") : main;
    if (!before) return { unknown: "nobody knows what origin/main was before this commit" };
    // In a shallow clone the commits between may be missing, and with them what they have in common.
    const [base] = await git("merge-base", before, head).catch(() => []);
    if (!base) return { unknown: "the clone is shallow: it lacks what it has in common with origin/main" };
    const committed = await git("diff", "--name-only", "--no-renames", base);
    const untracked = await git("ls-files", "--others", "--exclude-standard");
    return { files: [...new Set([...committed, ...untracked])].sort() };
  } catch (error) {
    return { unknown: `git does not say: ${(error as Error).message.trim()}` };
  }
}
