/** Notes how to close what was just opened, and returns it. */
export type Opens = <Result>(
  title: string,
  result: Result,
  close: (result: Result) => Promise<unknown>,
) => Result;

/** Closes in the reverse order of opening; what fails does not keep the others from it. */
export function createClosing(): { readonly opens: Opens; readonly close: () => Promise<void> } {
  const opened: { title: string; close: () => Promise<unknown> }[] = [];
  return {
    opens: (title, result, close) => {
      opened.push({ title, close: () => close(result) });
      return result;
    },
    close: async () => {
      const failures: Error[] = [];
      for (const { title, close } of opened.splice(0).toReversed()) {
        await close().catch((cause: unknown) => {
          failures.push(new Error(`${title} did not close in order: ${String(cause)}`, { cause }));
        });
      }
      if (failures.length > 0)
        throw new AggregateError(failures, failures.map(({ message }) => message).join("\n"));
    },
  };
}
