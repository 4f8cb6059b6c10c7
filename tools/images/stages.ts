/** A stage of a Dockerfile: its own lines, and the stages that it is made from. */
type Stage = { name: string; text: string; from: string[] };

/**
 * A Dockerfile with only the stages that a target needs, in their order: what BuildKit builds, and what older buildah
 * does not leave out by itself.
 *
 * @param made stages that are there already, by the image that holds them
 * @throws Error when there is no such stage
 */
export function dockerfileFor(
  dockerfile: string,
  target: string,
  made: Readonly<Record<string, string>> = {},
): string {
  const [head, ...texts] = dockerfile.split(/^(?=FROM )/m) as [string, ...string[]];
  const stages = new Map(texts.map((text) => [nameOf(text), stageOf(text)]));
  const needed = new Set<string>();
  const need = (name: string) => {
    if (needed.has(name)) return;
    const stage = stages.get(name);
    if (!stage) throw new Error(`the Dockerfile has no stage ${name}`);
    needed.add(name);
    if (!(name in made)) stage.from.filter((other) => stages.has(other)).forEach(need);
  };
  need(target);
  const kept = [...stages.values()].filter(({ name }) => needed.has(name));
  return (
    head + kept.map(({ name, text }) => (name in made ? `FROM ${made[name]} AS ${name}\n\n` : text)).join("")
  );
}

function nameOf(text: string): string {
  const [, name] = /^FROM \S+ AS (\S+)$/m.exec(text) ?? [];
  if (name === undefined) throw new Error(`a stage without a name: ${text.split("\n")[0]}`);
  return name;
}

function stageOf(text: string): Stage {
  const from = [...text.matchAll(/^FROM (\S+)|^COPY --from=(\S+)/gm)].map(([, one, other]) => one ?? other!);
  return { name: nameOf(text), text, from };
}
