import { isAbsolute, relative } from "node:path";
import type { FileResult } from "./proof-files.ts";

/** As Node's test runner tells of one test. */
type Told = {
  readonly file?: string | undefined;
  readonly skip?: string | boolean | undefined;
  readonly details: { readonly type?: string | undefined };
};

/** Counts tests by file; a group of tests is none itself. */
export function collectResults(root: string) {
  const files = new Map<string, FileResult>();

  function count(told: Told, as: keyof FileResult): void {
    if (told.file === undefined || told.details.type === "suite") return;
    const path = isAbsolute(told.file) ? relative(root, told.file) : told.file;
    const before = files.get(path) ?? { passed: 0, failed: 0, skipped: 0 };
    files.set(path, { ...before, [as]: before[as] + 1 });
  }

  return {
    passed: (told: Told) => count(told, told.skip ? "skipped" : "passed"),
    failed: (told: Told) => count(told, "failed"),
    /** In the order of their paths, so that two runs can be compared. */
    files: (): { readonly [path: string]: FileResult } =>
      Object.fromEntries([...files].sort(([one], [other]) => (one < other ? -1 : 1))),
  };
}
