import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Result } from "./benchmark.ts";
import { projectFolder } from "./running-program.ts";

export type Circumstances = {
  readonly day: string;
  readonly processor: string;
  readonly cores: number;
  readonly node: string;
  /** Processes that wanted to run, on average over the minute before the start. */
  readonly load: number;
};

/** A figure as it was last measured on purpose, and when and where. */
export type KeptFigure = { readonly result: Result; readonly measured: Circumstances };

const file = join(projectFolder, "bench/kept-figures.json");

/** Those of known ids, in their order: what was measured now, and otherwise what was kept. */
export function mergeFigures(
  kept: readonly KeptFigure[],
  now: readonly KeptFigure[],
  ids: readonly string[],
): readonly KeptFigure[] {
  const byId = new Map([...kept, ...now].map((figure) => [figure.result.id, figure]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export function readKeptFigures(): readonly KeptFigure[] {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
}

export function keepFigures(figures: readonly KeptFigure[]): void {
  writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
}
