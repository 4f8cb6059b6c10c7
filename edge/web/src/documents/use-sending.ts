import { explain } from "@finflow/client/error-message";
import { useRef, useState } from "react";
import { finflow } from "../finflow.ts";

/** What became of a file that was given, where its card does not say it. */
export type Note = { id: number; text: string; isBad: boolean };

export type Sending = {
  /** Names of files that are on their way or wait for their turn. */
  names: string[];
  notes: Note[];
  send: (file: Blob, name: string) => void;
};

type Task = { id: number; file: Blob; name: string };

const largest = 20 * 1024 * 1024;
/** More at once would be slower for each, and browsers keep the rest of their six connections for the page. */
const atOnce = 2;
/** How often a file is sent again after the server asked to slow down. */
const patience = 10;

/** Sends files, a few at a time, and waits as long as the server asks for when there are many. */
export function useSending(): Sending {
  const [tasks, setTasks] = useState<Task[]>([]);
  const [notes, setNotes] = useState<Note[]>([]);
  const queue = useRef({ waiting: [] as Task[], running: 0, lastId: 0 });

  const tell = (id: number, text: string, isBad: boolean) =>
    setNotes((before) => [...before, { id, text, isBad }]);

  const transfer = async ({ id, file, name }: Task) => {
    if (file.size > largest) return tell(id, `${name} is larger than 20 MiB.`, true);
    for (let attempt = 1; ; attempt++) {
      try {
        const { duplicate } = await finflow.uploadFile(file, name);
        if (duplicate) tell(id, `${name} is already here: it adds nothing.`, false);
        return;
      } catch (error) {
        const { message, help, fields, retryAfter } = explain(error);
        if (retryAfter > 0 && attempt < patience) {
          await new Promise((resolve) => setTimeout(resolve, retryAfter * 1_000));
          continue;
        }
        const why = [message, ...Object.values(fields), help].filter(Boolean).join(" ");
        return tell(id, `${name}: ${why}`, true);
      }
    }
  };
  const pump = () => {
    const { current } = queue;
    while (current.running < atOnce) {
      const task = current.waiting.shift();
      if (!task) return;
      current.running++;
      void transfer(task).finally(() => {
        current.running--;
        setTasks((before) => before.filter(({ id }) => id !== task.id));
        pump();
      });
    }
  };
  const send = (file: Blob, name: string) => {
    const { current } = queue;
    // What was said of files before these has been read by now.
    if (current.running === 0 && current.waiting.length === 0) setNotes([]);
    const task = { id: ++current.lastId, file, name };
    current.waiting.push(task);
    setTasks((before) => [...before, task]);
    pump();
  };
  return { names: tasks.map(({ name }) => name), notes, send };
}
