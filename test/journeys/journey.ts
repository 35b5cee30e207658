import { test } from "node:test";

/**
 * Tests that are the steps of one journey: each goes on where the one before ended, in the same
 * window. After the first that fails, the others do not wait for what will never come.
 */
export function journey(): (name: string, take: () => Promise<void> | void) => void {
  let unfinished: string | undefined;
  return (name, take) => {
    test(name, async () => {
      if (unfinished) throw new Error(`not reached, because of: ${unfinished}`);
      unfinished = name;
      await take();
      unfinished = undefined;
    });
  };
}
