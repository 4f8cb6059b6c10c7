import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Manifest } from "../manifests.ts";
import type { ApiServer } from "./api-server.ts";
import { definitionFiles } from "./definitions.ts";

export type Admission = {
  /** What the API server has against objects: an error, or a warning, which Pod Security gives for templates. */
  objections(objects: readonly Manifest[]): Promise<string>;
  apply(objects: readonly Manifest[]): Promise<void>;
};

/** Asks an API server, which then knows every custom kind that manifests here use. */
export async function admissionBy({ kubectl }: ApiServer, folder: string): Promise<Admission> {
  const definitions = await definitionFiles();
  // Client-side apply keeps a copy of them in an annotation, for which they are too long.
  await kubectl(["apply", "--server-side", ...definitions.flatMap((file) => ["-f", file])]);
  await kubectl(["wait", "--for=condition=Established", "crd", "--all", "--timeout=120s"]);

  async function fileOf(objects: readonly Manifest[]): Promise<string> {
    const file = join(folder, "objects.json");
    await writeFile(file, JSON.stringify({ apiVersion: "v1", kind: "List", items: objects }));
    return file;
  }
  return {
    async objections(objects) {
      if (objects.length === 0) return "";
      const args = ["apply", "--server-side", "--dry-run=server", "-f", await fileOf(objects)];
      return kubectl(args).then(
        ({ stderr }) => stderr,
        (error: { code?: unknown; stderr?: string }) => {
          if (error.code !== 1 || !error.stderr) throw error;
          return error.stderr;
        },
      );
    },
    async apply(objects) {
      await kubectl(["apply", "--server-side", "--force-conflicts", "-f", await fileOf(objects)]);
    },
  };
}

/** The pods that would come of what makes pods. */
export function podsOf(objects: readonly Manifest[]): Manifest[] {
  return objects
    .filter(({ spec }) => spec?.template?.spec?.containers)
    .map(({ kind, metadata, spec }) => ({
      apiVersion: "v1",
      kind: "Pod",
      metadata: {
        name: `${metadata.name}-${kind.toLowerCase()}`,
        namespace: "finflow",
        labels: spec.template.metadata?.labels,
      },
      spec: { ...spec.template.spec, volumes: [...(spec.template.spec.volumes ?? []), ...claimed(spec)] },
    }));
}

/** A StatefulSet's claims are volumes of its pods, by their names. */
function claimed(spec: Manifest["spec"]): object[] {
  const claims: Manifest[] = spec.volumeClaimTemplates ?? [];
  return claims.map(({ metadata: { name } }) => ({ name, persistentVolumeClaim: { claimName: name } }));
}
