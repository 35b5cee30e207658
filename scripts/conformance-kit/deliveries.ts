import { createHash } from "node:crypto";
import { type Codebook, effectiveCodebook } from "#codebook";
import { type DeliveryHeading, deliverRound, firstRows } from "#delivery";
import { randomId, seededRandomness } from "#kernel";
import { nationPopulation } from "#scenario";
import { countedWithCare } from "./counted-with-care.ts";

const seed = 34;
/** With what is told by hand, so many that all bytes together stay below 400 kB. */
const population = nationPopulation({ seed, municipalities: 34, cases: 545 });
const last = population.places.at(-1)?.code;

/** Where somebody put something right before the nation was compiled: the first is replaced. */
const correctedIn = "9012";

export type KitDelivery = { readonly file: string; readonly text: string };

/** What 34 invented municipalities deliver; the last of them has the cases that are told by hand too. */
export async function kitDeliveries(
  levelOf: (code: string) => DeliveryHeading["level"] = () => "rows",
): Promise<readonly KitDelivery[]> {
  const deliveries: KitDelivery[] = [];
  for (const { code, name, county, codebook, cases } of population.places) {
    const lines = deliverRound({
      ...firstRows,
      kind: "demo",
      municipality: { code, name, county },
      units: [`Familjefrid ${name}`],
      // Some say how many they had, and some of these have not registered all.
      statedCases: Number(code) % 3 === 0 ? null : cases + (Number(code) % 4),
      sequence: code === correctedIn ? 2 : 1,
      level: levelOf(code),
      round: population.round,
      codebook: libraryCodebook(codebook),
      cases: [...population.casesOf(code, population.round.cutOff)].map(({ record, response }) => ({
        record,
        clientAnswers: response?.response.answers,
      })),
      randomness: seededRandomness(seed + Number(code)),
    });
    const made = await Array.fromAsync(lines);
    const [heading = "", ...rows] = made.slice(0, -1);
    const text =
      code === last
        ? withEnd([heading, ...[...rows, ...toldByHand()].toSorted()])
        : made.map((line) => `${line}\n`).join("");
    deliveries.push({ file: `${code}.jsonl`, text });
  }
  return deliveries;
}

/** The lines, and the end that fits them. */
export function withEnd(lines: readonly string[]): string {
  const text = lines.map((line) => `${line}\n`).join("");
  const hash = createHash("sha256").update(text).digest("hex");
  return `${text}${JSON.stringify({ end: { cases: lines.length - 1, hash } })}\n`;
}

export function libraryCodebook(id: string): Codebook {
  const found = effectiveCodebook(id);
  if (!found) throw new Error(`the library has no ${id}`);
  return found;
}

/** An id is the first thing of a line, so lines stand in the order of their ids. */
function toldByHand(): readonly string[] {
  const randomness = seededRandomness(seed);
  return countedWithCare.map(({ because: _, ...told }) => {
    const { started, closed, counts, begun, answers, items } = told;
    const id = randomId(randomness);
    return JSON.stringify({ id, started, closed, counts, begun, answers, items });
  });
}
