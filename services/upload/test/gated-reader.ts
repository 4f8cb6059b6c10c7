import { createStatementReader, type StatementReader } from "@finflow/statements/child/statement-reader";

/** The real reader behind a gate: a test knows when a file is being read, and says when it goes on. */
export function gatedReader(create: () => StatementReader = createStatementReader): {
  open: () => StatementReader;
  started: Promise<void>;
  let: () => void;
} {
  const started = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  return {
    started: started.promise,
    let: gate.resolve,
    open: () => {
      const reader = create();
      return {
        read: async (bytes, options, signal) => {
          started.resolve();
          const aborted = Promise.withResolvers<never>();
          signal?.addEventListener("abort", () => aborted.reject(signal.reason), { once: true });
          await Promise.race([gate.promise, aborted.promise]);
          return reader.read(bytes, options, signal);
        },
        close: reader.close,
      };
    },
  };
}
