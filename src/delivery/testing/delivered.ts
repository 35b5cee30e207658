import { createHash } from "node:crypto";
import { type Codebook, effectiveCodebook } from "#codebook";
import { instant, isoDate, municipalityCode, type Round, seededRandomness } from "#kernel";
import { aCase, type CaseInMaking, givenMunicipality, type PlayedCase } from "#scenario";
import { type DeliveryOfRound, deliverRound, firstRows } from "../deliver-round.ts";
import type { DeliverySource } from "../delivered-case.ts";
import { type DeliveryFile, readDelivery } from "../read-delivery.ts";

/** All that the stories of these tests tell happened in it. */
export const round: Round = {
  id: "2023-2026",
  period: { from: isoDate("2023-01-01"), until: isoDate("2027-01-01") },
  cutOff: instant("2026-12-31T12:00:00Z"),
};

export const place = { code: municipalityCode("9001"), name: "Påhittköping", county: "91" };

export function libraryCodebook(id: string): Codebook {
  const codebook = effectiveCodebook(id);
  if (!codebook) throw new Error(`the library has no ${id}`);
  return codebook;
}

export const codebook = libraryCodebook("su-kvinnofrid-2021");

const given = givenMunicipality(place.code).withUnit("Familjefrid").withWorker("Anna");

/** Plausible cases in all stages, some with the client's answers. */
export function plausibleCases(count: number, seed?: number): readonly DeliverySource[] {
  const municipality = seed === undefined ? given : givenMunicipality(place.code, { seed });
  const staffed = seed === undefined ? given : municipality.withUnit("Frid").withWorker("Eva");
  return [...staffed.withCases(count).organisation.cases].map(sourceOf);
}

/** One case as it is told. */
export function toldCase(tell: (begun: CaseInMaking) => CaseInMaking): DeliverySource {
  const [played] = given.withCase(tell(aCase())).organisation.cases;
  if (!played) throw new Error("the case was not played");
  return sourceOf(played);
}

function sourceOf({ record, response }: PlayedCase): DeliverySource {
  return { record, clientAnswers: response?.response.answers };
}

export async function deliveredLines(
  cases: readonly DeliverySource[],
  changes: Partial<DeliveryOfRound> = {},
): Promise<readonly string[]> {
  const lines = deliverRound({
    ...firstRows,
    kind: "demo",
    municipality: place,
    round,
    codebook,
    cases,
    randomness: seededRandomness(5),
    ...changes,
  });
  return Array.fromAsync(lines);
}

export function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}

/** The lines between heading and end, in order, with an end that fits whatever stands before it. */
export function sealed(lines: readonly string[], of: "cases" | "tables" = "cases"): string {
  const text = textOf(lines);
  const hash = createHash("sha256").update(text).digest("hex");
  return text + textOf([JSON.stringify({ end: { [of]: lines.length - 1, hash } })]);
}

export function fileOf(
  content: string | Uint8Array,
  { name = "9001.jsonl", piece = 1000, bytes = content.length } = {},
): DeliveryFile {
  const whole = Buffer.from(content);
  return {
    name,
    bytes,
    async *open() {
      for (let at = 0; at < whole.length; at += piece) yield whole.subarray(at, at + piece);
    },
  };
}

/** What was wrong: `code` with the details that say where, one by one. */
export async function faultsIn(
  content: string | Uint8Array | DeliveryFile,
): Promise<readonly string[]> {
  const isFile = typeof content !== "string" && "open" in content;
  const outcome = await readDelivery(isFile ? content : fileOf(content), [codebook]);
  if (outcome.kind === "done") return [];
  return outcome.problems.map(({ code, details }) =>
    [code, details?.line, details?.place, details?.value]
      .filter((part) => part !== undefined)
      .join(" "),
  );
}
