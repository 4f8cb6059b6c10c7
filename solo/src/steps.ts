/** Says what `npm start` does, a line for each step with its seconds. */
export type Steps = {
  /** Runs a step; steps may overlap, each line comes when its step is over. */
  readonly run: <Result>(title: string, work: () => Promise<Result>) => Promise<Result>;
  readonly say: (line: string) => void;
};

export function createSteps(write: (text: string) => unknown): Steps {
  const say = (line: string): void => void write(`${line}\n`);
  return {
    say,
    run: async (title, work) => {
      const started = performance.now();
      const result = await work();
      say(`  ${title.padEnd(34)}${seconds(performance.now() - started).padStart(7)}`);
      return result;
    },
  };
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(2)} s`;
}
