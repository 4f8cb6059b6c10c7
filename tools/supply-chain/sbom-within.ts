type Component = { "bom-ref": string; name: string; version: string; type: string };

/** CycloneDX as npm writes it; what is not named here is passed on. */
export type Sbom = {
  metadata: { component: Component; [field: string]: unknown };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
  [field: string]: unknown;
};

/**
 * The part of an SBOM that an image holds.
 *
 * @param held of each package its name and version, `pg@8.23.1`
 * @throws Error when a package of the image is not in it
 */
export function within(all: Sbom, held: readonly string[], name: string, version: string): Sbom {
  const wanted = new Set(held);
  const components = all.components.filter((component) => wanted.has(component["bom-ref"]));
  const refs = new Set(components.map((component) => component["bom-ref"]));
  const missing = [...wanted].filter((ref) => !refs.has(ref));
  if (missing.length > 0)
    throw new Error(`the SBOM does not have ${missing.join(", ")}, which ${name} holds`);
  const image = { "bom-ref": `${name}@${version}`, name, version, type: "container" };
  return {
    ...all,
    metadata: { ...all.metadata, component: image },
    components,
    dependencies: [
      { ref: image["bom-ref"], dependsOn: [...refs] },
      ...all.dependencies
        .filter(({ ref }) => refs.has(ref))
        .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) })),
    ],
  };
}
