import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { effectiveCodebooks } from "#codebook";
import { type DeliveryFile, type DeliveryOfRound, deliverRound, firstRows } from "#delivery";
import {
  fixedClock,
  instant,
  isoDate,
  municipalityCode,
  type Outcome,
  type Round,
  seededRandomness,
} from "#kernel";
import { givenMunicipality } from "#scenario";
import { type Compilation, type CompiledRelease, compileRelease } from "../compile-release.ts";
import type { UnauditedTables } from "../tables/release-tables.ts";

export const round: Round = {
  id: "2023-2026",
  period: { from: isoDate("2023-01-01"), until: isoDate("2027-01-01") },
  cutOff: instant("2026-12-31T12:00:00Z"),
};

/** Six municipalities with names that no word of Swedish holds. */
export const places = ["Xaby", "Qvistö", "Zornböle", "Wexnäs", "Jyckfors", "Åxköping"].map(
  (name, index) => ({ code: municipalityCode(String(9871 + index)), name, county: "97" }),
);

type Place = (typeof places)[number];

export async function deliveryText(
  place: Place,
  count = 40,
  changes: Partial<DeliveryOfRound> = {},
): Promise<string> {
  const seed = Number(place.code);
  const given = givenMunicipality(place.code, { seed }).withUnit("Frid").withWorker("Anna");
  const { cases } = given.withCases(count).organisation;
  const lines = deliverRound({
    ...firstRows,
    kind: "demo",
    municipality: place,
    round,
    codebook: codebookOf("su-kvinnofrid-2021"),
    cases: [...cases].map(({ record, response }) => ({
      record,
      clientAnswers: response?.response.answers,
    })),
    randomness: seededRandomness(seed),
    ...changes,
  });
  return (await Array.fromAsync(lines)).map((line) => `${line}\n`).join("");
}

/** With an end that fits what stands before it: a fault of whoever made it, not of the way here. */
export function sealedAgain(text: string, of: "cases" | "tables" = "cases"): string {
  const lines = text.trimEnd().split("\n").slice(0, -1);
  const before = lines.map((line) => `${line}\n`).join("");
  const hash = createHash("sha256").update(before).digest("hex");
  return `${before}${JSON.stringify({ end: { [of]: lines.length - 1, hash } })}\n`;
}

export function codebookOf(id: string) {
  const codebook = effectiveCodebooks().find((each) => each.id === id);
  if (!codebook) throw new Error(`the library has no ${id}`);
  return codebook;
}

export function fileOf(name: string, text: string): DeliveryFile {
  const bytes = Buffer.from(text);
  return {
    name,
    bytes: bytes.length,
    async *open() {
      yield bytes;
    },
  };
}

/** Named after its place in the list, so that nothing in a release can come from a file's name. */
export async function allDeliveries(count = 40): Promise<readonly DeliveryFile[]> {
  const texts = await Promise.all(places.map((place) => deliveryText(place, count)));
  return texts.map((text, index) => fileOf(`${"abcdef"[index]}.jsonl`, text));
}

/** A folder of its own, gone after the tests. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "skillnad-compilation-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Of the nation alone, unless told otherwise. */
export async function compiled(
  deliveries: readonly DeliveryFile[],
  out: string,
  changes: Partial<Compilation> = {},
): Promise<Outcome<CompiledRelease>> {
  const codebooks = effectiveCodebooks();
  return await compileRelease({
    deliveries,
    out,
    codebooks,
    skipInvalid: false,
    leastParticipants: 1,
    isInterim: true,
    // Of so few numbers that a second thread would take longer to start than it helps.
    threads: 1,
    clock: fixedClock("2027-01-15T12:00:00Z"),
    ...changes,
  });
}

/** Every file below the folder, by its path. */
export function contentsOf(folder: string): ReadonlyMap<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.sort().map((path) => [path.slice(folder.length + 1), readFileSync(path)]));
}

/** Relations of told numbers alone that do not add up. */
export function sumsIn({ cells, relations }: UnauditedTables): readonly string[] {
  const told = new Map(cells.map(({ id, count }) => [id, count]));
  return relations.flatMap(({ terms }, at) => {
    const numbers = terms.map(([factor, id]) => {
      const count = told.get(id);
      return typeof count === "number" ? factor * count : undefined;
    });
    if (numbers.includes(undefined)) return [];
    const sum = numbers.reduce<number>((total, each) => total + (each ?? 0), 0);
    return sum === 0 ? [] : [`relations[${at}]`];
  });
}
