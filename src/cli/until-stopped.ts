const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Milliseconds between looks at whether the process that started us is still there. */
const lookEvery = 250;

/**
 * Fulfils when somebody wants the program to end: by Ctrl-C, by a signal, or because the npm that
 * started it is gone. npm puts a shell between itself and the program, and neither passes everything
 * on, so the parent is watched.
 */
export function untilStopped(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  for (const signal of signals) process.on(signal, () => resolve());
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) resolve();
  }, lookEvery);
  watch.unref();
  return promise;
}
