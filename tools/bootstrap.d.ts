type Packages = { packages: Record<string, { version?: string; integrity?: string; optional?: boolean }> };

export function obstacle(nodeVersion: string, system: string): string | undefined;
export function isInstalled(lockfile: Packages, installed: Packages | undefined): boolean;
