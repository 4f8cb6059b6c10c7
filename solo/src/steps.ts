/** Says what `npm start` does, a line for each step with its seconds. */
export type Steps = {
  /** Runs a step; steps may overlap, each line comes when its step is over. */
  readonly run: <Result>(title: string, work: () => Promise<Result>) => Promise<Result>;
  /** A step that is over already. */
  readonly done: (title: string, milliseconds: number) => void;
  readonly say: (line: string) => void;
};

export function createSteps(write: (text: string) => unknown): Steps {
  const say = (line: string): void => void write(`${line}\n`);
  const done = (title: string, milliseconds: number): void =>
    say(`  ${title.padEnd(34)}${seconds(milliseconds).padStart(7)}`);
  return {
    say,
    done,
    run: async (title, work) => {
      const started = performance.now();
      const result = await work();
      done(title, performance.now() - started);
      return result;
    },
  };
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(2)} s`;
}
