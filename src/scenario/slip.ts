import type { Randomness } from "#kernel";
import { happens, pick } from "./draw.ts";
import { slips } from "./targets/lives.ts";
import type { WrittenCase } from "./written-case.ts";

/** Now and then somebody pressed the wrong key, saw it later and put it right. */
export function withSlip(randomness: Randomness, written: WrittenCase): WrittenCase {
  if (!happens(randomness, slips)) return written;
  const variable = pick(randomness, ["V05", "V06"]);
  const right = written.answers[variable];
  const firstWritten = right === 8 ? 1 : 8;
  if (right === undefined || !written.completed.includes("background")) return written;
  return { ...written, correction: { variable, firstWritten, reason: "Fel alternativ valdes" } };
}
