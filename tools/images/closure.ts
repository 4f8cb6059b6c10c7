/** What package-lock.json says about one package or workspace. */
type Locked = {
  /** Where it is not the path's own. */
  name?: string;
  version?: string;
  link?: boolean;
  resolved?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
};
export type Lockfile = { packages: Record<string, Locked> };

/** What a workspace needs to run, as paths from the root. */
export type Closure = {
  /** Ours, itself included; TypeScript that runs as it is. */
  workspaces: string[];
  /** Others', as they lie under node_modules. */
  packages: string[];
  /** From where imports find a workspace to where it lies. */
  links: Map<string, string>;
};

/**
 * What a workspace and all that it depends on need in production, by the lockfile alone. `npm ci --workspace` says
 * nearly the same, but also installs what its workspaces are only tested with.
 *
 * @param isInstalled tells optional packages of other platforms from this one's
 * @throws Error when something needed is not in the lockfile
 */
export function closureOf(
  lockfile: Lockfile,
  workspace: string,
  isInstalled: (path: string) => boolean,
): Closure {
  const [workspaces, packages, links] = [new Set<string>(), new Set<string>(), new Map<string, string>()];
  const waiting = [workspace];
  workspaces.add(workspace);
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const locked = lockfile.packages[path];
    if (!locked) throw new Error(`package-lock.json has no ${path}`);
    for (const [name, isOptional] of needsOf(locked)) {
      const found = resolve(lockfile, path, name);
      if (found === undefined || (isOptional && !isInstalled(found))) {
        if (isOptional) continue;
        throw new Error(`${path} needs ${name}, which package-lock.json does not have`);
      }
      const target = lockfile.packages[found]?.link ? lockfile.packages[found]?.resolved : undefined;
      if (target !== undefined) links.set(found, target);
      const [kind, at] = target === undefined ? [packages, found] : [workspaces, target];
      if (kind.has(at)) continue;
      kind.add(at);
      waiting.push(at);
    }
  }
  return { workspaces: [...workspaces].toSorted(), packages: [...packages].toSorted(), links };
}

/** Names, and whether one may be missing. A peer that is optional is there only if somebody else needs it. */
function needsOf(locked: Locked): [name: string, isOptional: boolean][] {
  const peers = Object.keys(locked.peerDependencies ?? {});
  const needed = [
    ...Object.keys(locked.dependencies ?? {}),
    ...peers.filter((name) => !isOptionalPeer(name)),
  ];
  const optional = new Set(Object.keys(locked.optionalDependencies ?? {}));
  function isOptionalPeer(name: string): boolean {
    return locked.peerDependenciesMeta?.[name]?.optional === true;
  }
  return [
    ...needed.filter((name) => !optional.has(name)).map((name): [string, boolean] => [name, false]),
    ...[...optional].map((name): [string, boolean] => [name, true]),
  ];
}

/** As Node looks for it: in node_modules beside the importer, then beside each folder above it. */
function resolve(lockfile: Lockfile, from: string, name: string): string | undefined {
  const parts = from.split("/");
  for (let length = parts.length; length >= 0; length--) {
    if (parts[length - 1] === "node_modules") continue;
    const path = [...parts.slice(0, length), "node_modules", name].join("/");
    if (path in lockfile.packages) return path;
  }
  return undefined;
}
