export type Base = { variable: string; image: string; digest: string | undefined };

/** `ARG BASE=name:tag`, with or without `@sha256:…`. */
const argument = /^ARG (?<variable>\w*BASE)=(?<image>[^\s@]+)(?:@(?<digest>\S+))?$/gm;
const wellFormed = /^sha256:[0-9a-f]{64}$/;

/** The base images that a Dockerfile names. @throws Error when it names none, or one by something else than a digest */
export function basesOf(dockerfile: string): Base[] {
  const bases = [...dockerfile.matchAll(argument)].map(({ groups }) => ({
    variable: groups!.variable!,
    image: groups!.image!,
    digest: groups!.digest,
  }));
  if (bases.length === 0) throw new Error("the Dockerfile names no base");
  for (const { image, digest } of bases) if (digest !== undefined) checked(image, digest);
  return bases;
}

/** The same Dockerfile, with every base at the digest that it has now. */
export function withDigests(dockerfile: string, digestOf: (image: string) => string): string {
  return dockerfile.replace(argument, (_, variable: string, image: string) => {
    return `ARG ${variable}=${image}@${checked(image, digestOf(image))}`;
  });
}

function checked(image: string, digest: string): string {
  if (!wellFormed.test(digest)) throw new Error(`${image}: ${JSON.stringify(digest)} is no digest`);
  return digest;
}
