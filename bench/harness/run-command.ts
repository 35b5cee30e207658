import { setTimeout as pause } from "node:timers/promises";
import { memoryOf, processTree } from "./process-tree.ts";
import { scriptCommand, startProgram } from "./running-program.ts";

export type Run = {
  /** From the command to its end, Node's own start included. */
  readonly seconds: number;
  /** The most that was seen, looked at ten times a second; 0 where processes cannot be seen. */
  readonly megabytes: number;
};

/** Runs `skillnad WORDS` to its end. @throws with its last words when it fails. */
export async function runSkillnad(words: readonly string[]): Promise<Run> {
  return await runToEnd([...scriptCommand("skillnad"), ...words]);
}

/** Runs a program to its end. @throws with its last words when it fails. */
export async function runToEnd(command: readonly string[]): Promise<Run> {
  const start = performance.now();
  const program = startProgram(command, {});
  let megabytes = 0;
  while (!program.hasEnded()) {
    megabytes = Math.max(megabytes, memoryOf(processTree(program.pid)).megabytes);
    await pause(100);
  }
  const seconds = (performance.now() - start) / 1000;
  program.checkSucceeded();
  return { seconds, megabytes };
}
