import { showProgress } from "./show-progress.ts";

/** How far a step has come whose length is not known before it begins. */
export function stepProgress(what: string) {
  let shown: ReturnType<typeof showProgress> | undefined;
  let told = 0;
  return {
    at(count: number, of: number): void {
      shown ??= showProgress(of, what);
      shown.add(count - told);
      told = count;
    },
    end(): void {
      shown?.end();
    },
  };
}

export const protectedNumbers = "numbers protected";
export const attacksTried = "attacks tried";
