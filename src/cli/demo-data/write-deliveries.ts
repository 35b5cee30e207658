import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { type Codebook, effectiveCodebook } from "#codebook";
import { deliverRound, firstRows } from "#delivery";
import { type MunicipalityCode, seededRandomness } from "#kernel";
import type { Place, Population } from "#scenario";

/** A line is written when this many characters have gathered. */
const pieceLength = 64 * 1024;

/**
 * Plays these municipalities' cases up to the cut-off and writes one delivery file for each. The same
 * population gives the same bytes, whoever writes which file.
 * @param written told the number of cases in each file.
 */
export async function writeDeliveries(
  folder: string,
  { population, seed }: { readonly population: Population; readonly seed: number },
  codes: readonly MunicipalityCode[],
  written: (cases: number) => void,
): Promise<void> {
  for (const place of population.places) {
    if (!codes.includes(place.code)) continue;
    const lines = deliverRound({
      ...firstRows,
      kind: "demo",
      municipality: { code: place.code, name: place.name, county: place.county },
      round: population.round,
      codebook: codebookOf(place),
      cases: casesOf(population, place.code),
      randomness: seededRandomness(seed + Number(place.code)),
    });
    await writeLines(join(folder, fileNameOf(place)), lines);
    written(place.cases);
  }
}

function codebookOf({ code, codebook }: Place): Codebook {
  const found = effectiveCodebook(codebook);
  if (!found) throw new Error(`${code} registers under an unknown codebook: ${codebook}`);
  return found;
}

function* casesOf(population: Population, code: MunicipalityCode) {
  for (const { record, response } of population.casesOf(code, population.round.cutOff)) {
    yield { record, ...(response ? { clientAnswers: response.response.answers } : {}) };
  }
}

/** `9003-almviken.jsonl` */
export function fileNameOf({ code, name }: { readonly code: string; readonly name: string }) {
  const plain = name.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  return `${code}-${plain.replace(/[^a-z0-9]+/g, "-")}.jsonl`;
}

export async function writeLines(path: string, lines: AsyncIterable<string>): Promise<void> {
  const file = createWriteStream(path);
  const ended = finished(file);
  let piece = "";
  for await (const line of lines) {
    piece += `${line}\n`;
    if (piece.length < pieceLength) continue;
    if (!file.write(piece)) await once(file, "drain");
    piece = "";
  }
  file.end(piece);
  await ended;
}
