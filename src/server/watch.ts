/** Again and again until it is stopped; one look at a time. @param every milliseconds. */
export function watch(
  look: () => Promise<unknown>,
  every: number,
  failed: (error: unknown) => void,
): () => Promise<void> {
  let looking: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    looking ??= look()
      .catch(failed)
      .finally(() => {
        looking = undefined;
      });
  }, every).unref();
  return async () => {
    clearInterval(timer);
    await looking;
  };
}
