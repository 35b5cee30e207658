import { type DeliveryHeading, isOfRound, readDelivery } from "#delivery";
import { type Problem, problem } from "#kernel";
import type { CaseRecord } from "#registration";
import { incompletePhases } from "#tabulation";
import type { Services } from "../services.ts";
import type { CheckView, ToMend } from "../wire-of-deliveries.ts";
import { periodOfRound } from "./agreed-round.ts";
import { checkWords, faultOfCase, faultOfDelivery } from "./check-words.ts";
import {
  contentOf,
  type MadeHere,
  type Making,
  makeDelivery,
  type RoundSources,
} from "./make-delivery.ts";
import { isOfMeetings } from "./meeting-sources.ts";
import { type PlaceInCase, placeOfFault } from "./place-of-fault.ts";

/** One thing to mend, before it is known who asks. */
export type Finding = {
  /** `null`: of no single case. */
  readonly record: CaseRecord | null;
  readonly place: PlaceInCase | null;
  readonly sentence: string;
};

export type Checked = {
  readonly made: MadeHere;
  readonly stops: readonly Finding[];
  /** Faults that the receiver's rules found and did not list. */
  readonly unlisted: number;
};

type Checking = Pick<Services, "codebooks" | "randomness">;

/**
 * Makes the delivery and reads it as its receiver will. Of counts the cases are read as rows first: a
 * wrong answer is to be found in its case, and not in a table.
 */
export async function checkDelivery(
  services: Checking,
  sources: RoundSources,
  making: Making,
): Promise<Checked> {
  // Nobody can mend a meeting: its answers were checked when it was noted.
  if (making.level === "counts" && !isOfMeetings(sources.codebook)) {
    const asRows = await checkLines(services, sources, { ...making, level: "rows" });
    if (asRows.stops.length > 0) return asRows;
  }
  return checkLines(services, sources, making);
}

async function checkLines(
  services: Checking,
  sources: RoundSources,
  making: Making,
): Promise<Checked> {
  const made = await makeDelivery(services, sources, making);
  const content = Buffer.from(contentOf(made.lines));
  const file = {
    name: checkWords.delivery,
    bytes: content.length,
    async *open() {
      yield content;
    },
  };
  const read = await readDelivery(file, services.codebooks.asked());
  if (read.kind === "done") return { made, stops: [], unlisted: 0 };
  const [more, listed] = partition(read.problems);
  const stops = listed.map((fault) => findingOf(fault, sources, made));
  return { made, stops, unlisted: more };
}

function partition(problems: readonly Problem[]): readonly [number, readonly Problem[]] {
  const unlisted = problems.find(({ code }) => code === "delivery-more-problems");
  const listed = problems.filter((each) => each !== unlisted);
  return [Number(unlisted?.details?.more ?? 0), listed];
}

function findingOf(fault: Problem, { codebook }: RoundSources, made: MadeHere): Finding {
  const at = Number(fault.details?.line ?? 0) - 1;
  const row = rowAt(made.lines, at);
  const record = row && made.caseOf.get(row.id);
  if (!record) return general(faultOfDelivery(fault));
  const found = placeOfFault(fault, row, codebook);
  return { record, place: found?.place ?? null, sentence: faultOfCase(fault, found) };
}

function rowAt(lines: readonly string[], at: number) {
  const line = at > 0 && at < lines.length - 1 ? lines[at] : undefined;
  return line === undefined ? undefined : JSON.parse(line);
}

/** What may be sent as it is, and would be better mended: as the quality page finds it. */
export function remarksOn(
  services: Pick<Services, "codebooks">,
  sources: RoundSources,
  stated: DeliveryHeading["statedCases"],
): readonly Finding[] {
  const round = periodOfRound(sources.invitation);
  if (isOfMeetings(sources.codebook)) {
    const isThere = sources.cases.some(({ record }) => isOfRound(record, round));
    return isThere ? [] : [general(checkWords.noMeetings)];
  }
  const inRound = sources.cases.filter(({ record }) => isOfRound(record, round));
  const others = sources.others.filter((record) => isOfRound(record, round));
  return [
    ...(inRound.length === 0 ? [general(checkWords.noCases)] : []),
    ...(stated !== null && stated < inRound.length
      ? [general(checkWords.fewStated(stated, inRound.length))]
      : []),
    ...others.map((record) => ({ record, place: null, sentence: checkWords.otherCodebook })),
    ...inRound.flatMap(({ record }) => missingIn(record, services)),
  ];
}

function general(sentence: string): Finding {
  return { record: null, place: null, sentence };
}

function missingIn(
  record: CaseRecord,
  { codebooks }: Pick<Services, "codebooks">,
): readonly Finding[] {
  const codebook = codebooks.get(record.codebook);
  if (!codebook) return [];
  return incompletePhases(record, codebook).flatMap(({ phase, missing }) =>
    missing
      // An own question stays in the municipality.
      .filter((each) => !(each.kind === "row" ? each.group : each.address.variable).includes("."))
      .map((each) => ({
        record,
        place: { phase, variable: each.at },
        sentence: checkWords.missing(each.label.sv, each.kind),
      })),
  );
}

/** So many of each kind: more are not read, and the rest comes when these are mended. */
const mostListed = 200;

/** @param mayKnow whether the viewer may know that there is such a case. */
export function checkView(
  found: { readonly checked: Checked; readonly remarks: readonly Finding[] },
  units: ReadonlyMap<string, string>,
  mayKnow: (record: CaseRecord) => boolean,
): CheckView {
  const { checked, remarks } = found;
  const told = (findings: readonly Finding[], hidden: (cases: number) => string) => {
    const known = findings.filter(({ record }) => record === null || mayKnow(record));
    const others = findings.filter((each) => !known.includes(each));
    const cases = new Set(others.map(({ record }) => record?.id)).size;
    const list = known.map((each) => toMend(each, units));
    return cases === 0 ? list : [...list, withoutCase(hidden(cases))];
  };
  const stops = told(checked.stops, checkWords.hiddenStops);
  const rest = told(remarks, checkWords.hiddenRemarks);
  const cut = Math.max(0, stops.length - mostListed) + Math.max(0, rest.length - mostListed);
  return {
    cases: checked.made.caseOf.size,
    stops: stops.slice(0, mostListed),
    remarks: rest.slice(0, mostListed),
    more: checked.unlisted + cut,
  };
}

function toMend({ record, place, sentence }: Finding, units: ReadonlyMap<string, string>): ToMend {
  if (!record) return withoutCase(sentence);
  return { code: record.code, unit: units.get(record.unit) ?? null, place, sentence };
}

function withoutCase(sentence: string): ToMend {
  return { code: null, unit: null, place: null, sentence };
}

export function stopped(round: string, { stops, unlisted }: Checked): Problem {
  return problem("delivery-stopped", round, { stops: stops.length + unlisted });
}
