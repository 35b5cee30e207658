import type { Codebook } from "#codebook";
import type { Randomness } from "#kernel";
import { pick } from "./draw.ts";
import type { WrittenAnswers, WrittenCase } from "./written-case.ts";

/** A municipality's own questions, whose names hold its namespace: answered by chance alone. */
export function localAnswers(
  randomness: Randomness,
  { variables }: Codebook,
  { completed }: WrittenCase,
): WrittenAnswers {
  const local = variables.filter(
    ({ id, phase, options, condition }) =>
      id.includes(".") && options.length > 0 && !condition && completed.includes(phase),
  );
  return Object.fromEntries(local.map(({ id, options }) => [id, pick(randomness, options).code]));
}
