import type { Codebook, PhaseId } from "#codebook";
import {
  type Delivery,
  type DeliveryFile,
  type DeliveryHeading,
  type DeliveryLevel,
  deliveredTable,
  readDelivery,
  readHeading,
} from "#delivery";
import { done, type Outcome, type Quarter } from "#kernel";
import type { CountableCase } from "#tabulation";
import type { DifferenceView } from "../wire-of-rounds.ts";

/** What is told of a delivery to whoever accepts it: numbers of it as a whole, and no answer. */
export type DeliveryNumbers = {
  /** Where counts alone left, the larger of those started and those closed: at least so many. */
  readonly cases: number;
  readonly started: number;
  readonly closed: number;
  /** The first and the last that a case was started or closed in; `null`: none is told. */
  readonly quarters: readonly [Quarter, Quarter] | null;
  /** Of the answers in a phase how many say that it is not known; none where counts alone left. */
  readonly missing: ReadonlyMap<PhaseId, Missing>;
};

type Missing = { readonly label: string; missing: number; answers: number };

/** Reads a delivery to its end. Its cases are counted as they pass, and none is kept. */
export async function readNumbers(
  file: DeliveryFile,
  codebooks: readonly Codebook[],
): Promise<Outcome<Told>> {
  const first = await readHeading(file, codebooks);
  if (first.kind === "refused") return first;
  const { id, version } = first.value.codebook;
  const codebook = codebooks.find((each) => each.id === id && each.version === version);
  const counting = openCounting(codebook);
  const read = await readDelivery(file, codebooks, counting.take);
  if (read.kind === "refused") return read;
  const { heading } = read.value;
  const isCounted = heading.level === "counts";
  return done({ heading, numbers: isCounted ? numbersIn(read.value) : counting.numbers() });
}

/** Of counts alone: how many cases there are is all that is looked at. */
function numbersIn({ tables }: Delivery): DeliveryNumbers {
  const casesIn = (population: string) => {
    const table = tables.find(({ specification }) => specification.id === `cases ${population}`);
    const told = table && deliveredTable(table).counts;
    return told && "cases" in told ? told.cases : 0;
  };
  const [started, closed] = [casesIn("started"), casesIn("closed")];
  const cases = Math.max(started, closed);
  return { cases, started, closed, quarters: null, missing: new Map() };
}

function openCounting(codebook: Codebook | undefined) {
  const phaseOf = new Map(codebook?.variables.map(({ id, phase }) => [id, phase]));
  const missing = new Map<PhaseId, Missing>(
    codebook?.phases.map(({ id, label }) => [id, { label: label.sv, missing: 0, answers: 0 }]),
  );
  const quarters = new Set<Quarter>();
  let [cases, started, closed] = [0, 0, 0];

  function takeAnswer(name: string, { kind }: { readonly kind: string }): void {
    const phase = phaseOf.get(name);
    const found = phase && missing.get(phase);
    if (!found) return;
    found.answers++;
    if (kind === "missing") found.missing++;
  }
  return {
    take(counted: CountableCase): void {
      cases++;
      if (counted.isStarted) started++;
      if (counted.isClosed) closed++;
      for (const quarter of quartersOf(counted)) quarters.add(quarter);
      for (const [name, value] of Object.entries(counted.sheet.answers)) takeAnswer(name, value);
    },
    numbers(): DeliveryNumbers {
      const [first, ...others] = [...quarters].sort();
      const span = first ? ([first, others.at(-1) ?? first] as const) : null;
      return { cases, started, closed, quarters: span, missing };
    },
  };
}

/** Those within the round alone: a case that began long before says nothing of this delivery. */
function quartersOf(counted: CountableCase): readonly Quarter[] {
  const { isStarted, isClosed, startedIn, closedIn } = counted;
  return [
    ...((isStarted && startedIn && [startedIn]) || []),
    ...((isClosed && closedIn && [closedIn]) || []),
  ];
}

export type Told = { readonly heading: DeliveryHeading; readonly numbers: DeliveryNumbers };

/** Where the two tell something else; nothing: all these numbers are the same. */
export function differencesBetween(before: Told, now: Told): readonly DifferenceView[] {
  const earlier = new Map(toldLines(before));
  return toldLines(now).flatMap(([label, value]) => {
    const old = earlier.get(label) ?? nothing;
    return old === value ? [] : [{ label, before: old, now: value }];
  });
}

const nothing = "–";

const levelWords: { readonly [level in DeliveryLevel]: string } = {
  rows: "en rad för varje ärende",
  "coarse-rows": "en rad för varje ärende, utan tid",
  counts: "bara antal",
};

function toldLines({ heading, numbers }: Told): readonly (readonly [string, string])[] {
  const { units, statedCases, level, codebook, withdrawn } = heading;
  const { cases, started, closed, quarters, missing } = numbers;
  return [
    ["Tar tillbaka det som lämnats", withdrawn ? "ja" : "nej"],
    ["Ärenden", String(cases)],
    ["Började under omgången", String(started)],
    ["Avslutades under omgången", String(closed)],
    ["Enheter", units.join(", ") || nothing],
    ["Ärenden enligt enheterna", statedCases === null ? nothing : String(statedCases)],
    ["Det som lämnas", levelWords[level]],
    ["Kodbok", `${codebook.id} ${codebook.version}`],
    ["Kvartal", quarters === null ? nothing : quarters.map(quarterInWords).join("–")],
    ...[...missing.values()].map(
      (phase) => [`Uppgift saknas, ${phase.label}`, shareOf(phase)] as const,
    ),
  ];
}

function shareOf({ missing, answers }: Missing): string {
  return answers === 0 ? nothing : `${Math.round((100 * missing) / answers)} %`;
}

/** «kv 3 2026» */
function quarterInWords(quarter: Quarter): string {
  return `kv ${quarter.slice(5)} ${quarter.slice(0, 4)}`;
}
