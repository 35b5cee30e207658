type Task = () => Promise<void> | void;

const waiting = new Set<Task>();

/**
 * Promises that something is undone however the run ends: by itself, by an error or by Ctrl-C.
 * @returns how to undo it now. Undoing twice is undoing once.
 */
export function atEnd(undo: Task): () => Promise<void> {
  let undone: Promise<void> | undefined;
  async function once(): Promise<void> {
    try {
      await undo();
    } finally {
      waiting.delete(task);
    }
  }
  function task(): Promise<void> {
    undone ??= once();
    return undone;
  }
  waiting.add(task);
  return task;
}

/** Undoes all that is left, the latest first; a task that fails does not keep the others from it. */
export async function tidyUp(): Promise<void> {
  for (const task of [...waiting].reverse()) {
    try {
      await task();
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    }
  }
}
