import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { effectiveCodebook } from "#codebook";
import { deliverRound, firstRows } from "#delivery";
import { instant, isoDate, municipalityCode, seededRandomness } from "#kernel";
import { givenMunicipality } from "#scenario";
import { openExtract, tabulate } from "#tabulation";

/**
 * Counts that must stay hidden and that nobody can mistake: five digits each. In each of two counties
 * two municipalities are small, so that much is hidden; in one of them every case of the third is there
 * a hundred times, and what is hidden for the small ones' sake is large.
 */
export const places = [
  { code: "9071", name: "Xaby", county: "91", cases: 90, times: 1 },
  { code: "9072", name: "Qvistö", county: "91", cases: 60, times: 1 },
  { code: "9073", name: "Zornböle", county: "91", cases: 160, times: 101 },
  { code: "9081", name: "Wexnäs", county: "92", cases: 70, times: 1 },
  { code: "9082", name: "Jyckfors", county: "92", cases: 50, times: 1 },
  { code: "9083", name: "Åxköping", county: "92", cases: 120, times: 1 },
] as const;

const round = {
  id: "2024-2026",
  period: { from: isoDate("2024-01-01"), until: isoDate("2027-01-01") },
  cutOff: instant("2026-12-31T12:00:00Z"),
};

export const codebook =
  effectiveCodebook("su-kvinnofrid-2021") ??
  (() => {
    throw new Error("the library has no codebook");
  })();

export async function deliveryOf(place: (typeof places)[number]): Promise<string> {
  const code = municipalityCode(place.code);
  const seed = Number(place.code);
  const story = givenMunicipality(code, { seed }).withUnit("Frid").withWorker("Anna");
  const played = [...story.withCases(place.cases).organisation.cases].map(
    ({ record, response }) => ({ record, clientAnswers: response?.response.answers }),
  );
  const cases = Array.from({ length: place.times }, () => played).flat();
  const { name, county } = place;
  const municipality = { code, name, county };
  const randomness = seededRandomness(seed);
  const lines = deliverRound({
    ...firstRows,
    kind: "demo",
    municipality,
    round,
    codebook,
    cases,
    randomness,
  });
  return (await Array.fromAsync(lines, (line) => `${line}\n`)).join("");
}

/** Of a number that is told nobody can say that it should not have been. */
export const leastTelling = 10_000;

/**
 * All numbers of five digits that are known of a release and that it does not tell: what is hidden, what
 * each participant has of every cell, and every single answer's count in the nation and in each
 * municipality, also of answers that are only told together.
 */
export async function canariesOf(release: string): Promise<ReadonlySet<number>> {
  const kept: KeptCells = JSON.parse(
    readFileSync(join(release, "private/protected-cells.json"), "utf8"),
  );
  const { cells }: Pick<TablesFile, "cells"> = JSON.parse(
    readFileSync(join(release, "public/tables.json"), "utf8"),
  );
  const hidden = new Set(kept.cells.map(({ id }) => id));
  const told = new Set(cells.flatMap(({ id, count }) => (hidden.has(id) ? [] : [count])));
  const known = [
    ...kept.cells.map(({ count }) => count),
    ...kept.participants.flatMap(({ own }) => own.map(([, share]) => share)),
    ...(await countedIn(release)),
  ];
  return new Set(known.filter((count) => count >= leastTelling && !told.has(count)));
}

type KeptCells = {
  readonly cells: readonly { readonly id: string; readonly count: number }[];
  readonly participants: readonly { readonly own: readonly (readonly [number, number])[] }[];
};

export type TablesFile = {
  readonly cells: readonly { readonly id: string; readonly count: number | string }[];
  readonly regions: readonly { readonly code: string }[];
};

async function countedIn(release: string): Promise<readonly number[]> {
  const { specifications } = JSON.parse(readFileSync(join(release, "manifest.json"), "utf8"));
  const extract = await openExtract(join(release, "private"), codebook);
  if (extract.kind === "refused") throw new Error(JSON.stringify(extract.problems));
  const found: number[] = [];
  for (const level of [{}, { level: "municipality" }]) {
    const asked = specifications.map((each: object) => ({ ...each, ...level }));
    for (const table of await tabulate(extract.value, asked)) collect(table.counts(), found);
  }
  extract.value.close();
  return found;
}

/** Every whole number anywhere in it. */
export function collect(value: unknown, into: number[]): void {
  if (typeof value === "number") into.push(value);
  else if (typeof value === "object" && value !== null) {
    for (const each of Object.values(value)) collect(each, into);
  }
}

/** A text that somebody could read, and where it was found. */
export type Seen = { readonly at: string; readonly text: string };

/** Everything below the folder that is not private; a path is read as well. */
export function filesIn(folder: string): readonly Seen[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !relative(folder, path).split("/").includes("private"))
    .map((path) => {
      const at = relative(folder, path);
      return { at, text: `${at}\n${readFileSync(path, "utf8")}` };
    });
}

/** «place: number» for each of them. */
export function found(seen: readonly Seen[], canaries: ReadonlySet<number>): readonly string[] {
  return seen.flatMap(({ at, text }) =>
    [...new Set(numbersIn(text))].filter((each) => canaries.has(each)).map((n) => `${at}: ${n}`),
  );
}

/** What is drawn by chance or hashed holds any digits: hashes, nonces, keys and what is read aloud of them. */
const drawn =
  /\b[0-9a-f]{32,}\b|nonce="?[\w-]+|\b(?:[0-9a-f]{4} ){5}[0-9a-f]{4}\b|(?<![\w-])[\w-]{43}(?![\w-])/g;

/** Numbers as programs write them and as people do: 12160, 12 160, also with a narrow or a hard space. */
export function numbersIn(text: string): readonly number[] {
  const plain = text.replace(drawn, "").replace(/\\[nrt]/g, " ");
  const whole = plain.matchAll(/(?<![\d.])\d+(?![\d]|\.\d)/g);
  const grouped = plain.matchAll(/(?<![\d.])\d{1,3}(?:[ '\u00a0\u2009\u202f]\d{3})+(?!\d|\.\d)/g);
  return [...whole, ...grouped].map(([digits]) => Number(digits.replace(/\D/g, "")));
}

/** The same text with a canary in the place of one of its numbers, as numbers are written there. */
export function withOneReplaced({ at, text }: Seen, canary: number): Seen | undefined {
  const replaced = text.replace(/(?<=[^\w.-])\d{1,6}(?=[^\w.-])/, String(canary));
  return replaced === text ? undefined : { at, text: replaced };
}
