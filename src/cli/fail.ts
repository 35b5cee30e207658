import { type Problem, problemSentence } from "#kernel";

/** Tells each problem in one English sentence and ends with exit code 1. */
export function fail(told: readonly (Problem | string)[]): void {
  for (const each of told) {
    process.stderr.write(`${typeof each === "string" ? each : problemSentence(each, "en")}\n`);
  }
  process.exitCode = 1;
}
