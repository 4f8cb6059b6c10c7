import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cachedFolder } from "@finflow/local-servers/cache-folder";
import { parseAllDocuments } from "yaml";
import { type GoModule, goModule } from "../programs/go-module.ts";
import { type JsonSchema, strict } from "./strict.ts";

/** Where others' custom resource definitions come from: Go modules, which have versions and hashes. */
export const sources: readonly (GoModule & { files: readonly string[] })[] = [
  {
    path: "istio.io/api",
    version: "v1.31.1",
    sum: "h1:5Yb5ihcz4YQsCkciusK7DnFpBMwRB6EFWeUKH1Atuyk=",
    files: ["kubernetes/customresourcedefinitions.gen.yaml"],
  },
  {
    path: "github.com/external-secrets/external-secrets",
    version: "v1.3.2",
    sum: "h1:u2J8RjlHIeF0oZCqtl92adI/uZWUwOesJIDkfql6LqQ=",
    files: ["externalsecrets", "secretstores"].map(
      (kind) => `config/crds/bases/external-secrets.io_${kind}.yaml`,
    ),
  },
  {
    path: "github.com/kedacore/keda/v2",
    version: "v2.21.0",
    sum: "h1:R6z2HZvstK4RLUMxroNACzBj74xGxt3kG59b5Xc+Xps=",
    files: ["scaledobjects", "triggerauthentications"].map((kind) => `config/crd/bases/keda.sh_${kind}.yaml`),
  },
  {
    path: "github.com/prometheus-operator/prometheus-operator",
    version: "v0.85.0",
    sum: "h1:M5xLCLEoaW2IJfnuCwFzzpL+jSVQu3KGT84Pye+fW8s=",
    files: ["podmonitors", "prometheusrules"].map(
      (kind) => `example/prometheus-operator-crd/monitoring.coreos.com_${kind}.yaml`,
    ),
  },
  {
    path: "github.com/mongodb/mongodb-kubernetes-operator",
    version: "v0.9.0",
    sum: "h1:1SBmpQznWVbUgzi+ScNCNv6z5pLBwsSe4DUDKxHzFwc=",
    files: ["config/crd/bases/mongodbcommunity.mongodb.com_mongodbcommunity.yaml"],
  },
];

type Definition = {
  kind: string;
  spec: {
    group: string;
    names: { kind: string };
    versions: { name: string; schema: { openAPIV3Schema: JsonSchema } }[];
  };
};

/**
 * A folder of strict JSON schemas of the custom kinds that manifests here use: `scaledobject-keda.sh-v1alpha1.json`.
 *
 * @throws ServerError `unavailable`, `wrong_checksum`
 */
export function customSchemas(): Promise<string> {
  // What they are made from and how: either changed makes them anew.
  const version = createHash("sha256").update(JSON.stringify(sources)).update(strict.toString());
  return cachedFolder(`custom-schemas-${version.digest("hex").slice(0, 12)}`, async (folder) => {
    for (const { files, ...module } of sources) {
      const at = await goModule(module);
      for (const file of files) await writeSchemas(await readFile(join(at, file), "utf8"), folder);
    }
  });
}

async function writeSchemas(text: string, folder: string): Promise<void> {
  for (const document of parseAllDocuments(text)) {
    const definition = document.toJS() as Definition | null;
    if (definition?.kind !== "CustomResourceDefinition") continue;
    const { group, names, versions } = definition.spec;
    for (const { name, schema } of versions) {
      const file = `${names.kind.toLowerCase()}-${group}-${name}.json`;
      await writeFile(join(folder, file), JSON.stringify(asObject(strict(schema.openAPIV3Schema))));
    }
  }
}

/** A definition describes what is special about its kind, not what all objects have. */
function asObject(schema: JsonSchema): JsonSchema {
  const metadata = {
    type: "object",
    required: ["name"],
    properties: { name: { type: "string" }, namespace: { type: "string" } },
  };
  const common = { apiVersion: { type: "string" }, kind: { type: "string" }, metadata };
  return { ...schema, properties: { ...schema.properties, ...common } };
}
