import { stringify } from "yaml";
import { doorAccess, keptKeys, serviceAccess, sidecar, userTokens } from "./access.ts";
import { destinationRule, doorFailures, doorLimits, rpcFailures, rpcLimits } from "./endpoints.ts";
import { edge, type MeshService, services } from "./mesh.ts";
import { virtualService } from "./repetition.ts";
import type { Resource } from "./resource.ts";

/** The rules of each workload as files of `istio/services/`, by name. */
export function ruleFiles(): Map<string, string> {
  return new Map([
    ...services.map((service): [string, string] => [`${service.name}.yaml`, write(rulesOf(service))]),
    [
      `${edge.name}.yaml`,
      write([doorAccess(), destinationRule(edge.name, doorLimits, doorFailures), sidecar(edge.name)]),
    ],
  ]);
}

function rulesOf(service: MeshService): Resource[] {
  return [
    serviceAccess(service),
    userTokens(service),
    keptKeys(service),
    virtualService(service),
    destinationRule(service.name, rpcLimits, rpcFailures),
    sidecar(service.name),
  ];
}

const heading =
  "# Written by tools/istio-rules from the contracts (npm run generate); changes here are lost.\n";

function write(resources: readonly Resource[]): string {
  const documents = resources.map((one) => stringify(one, { lineWidth: 0, aliasDuplicateObjects: false }));
  return heading + documents.join("---\n");
}
