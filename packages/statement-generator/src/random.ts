/** A stream of numbers that depends on its seed alone (mulberry32): the same on every machine and every Node. */
export type Random = {
  /** From 0 up to, not including, 1. */
  next: () => number;
  /** A whole number from `low` to `high`, both included. */
  whole: (low: number, high: number) => number;
  chance: (probability: number) => boolean;
  pick: <Value>(values: readonly Value[]) => Value;
  shuffle: <Value>(values: readonly Value[]) => Value[];
  /** A stream of its own, so that what one subject draws does not move what another one gets. */
  fork: (name: string) => Random;
};

export function randomOf(seed: number, name = ""): Random {
  let state = mix(seed, name);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[whole(0, values.length - 1)];
    if (value === undefined) throw new RangeError("nothing to pick from");
    return value;
  };
  const shuffle = <Value>(values: readonly Value[]): Value[] => {
    const left = [...values];
    for (let at = left.length - 1; at > 0; at--) {
      const other = whole(0, at);
      [left[at], left[other]] = [left[other]!, left[at]!];
    }
    return left;
  };
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick,
    shuffle,
    fork: (part) => randomOf(seed, `${name}/${part}`),
  };
}

function mix(seed: number, name: string): number {
  let hash = 2_166_136_261;
  for (const character of `${seed}:${name}`) {
    hash = Math.imul(hash ^ character.codePointAt(0)!, 16_777_619);
    hash ^= hash >>> 13;
  }
  return hash | 0;
}
