import type { Change, Share } from "#registration";
import { dayInWords } from "./calendar.ts";
import { listed } from "./case-words.ts";

/** Of people, units and municipalities, by the ids that changes name them by. */
export type Names = { readonly [id: string]: string };

const lifeKinds = [
  "case-started",
  "case-assigned",
  "case-shared",
  "case-transferred",
  "served-municipality-changed",
  "previous-case-changed",
  "readers-named",
  "case-voided",
  "case-restored",
] as const;

/** A change of whose the case is, who may see it, and what becomes of it. */
export type LifeChange = Extract<Change, { readonly kind: (typeof lifeKinds)[number] }>;

export function isLifeChange(change: Change): change is LifeChange {
  return lifeKinds.some((kind) => kind === change.kind);
}

/** One change in the case's life, in one sentence or, where it says more, a few. */
export function lifeChangeInWords(change: LifeChange, names: Names): string {
  switch (change.kind) {
    case "case-started":
      return startInWords(change, names);
    case "case-assigned":
      return assignmentInWords(change, names);
    case "case-shared":
      return shareInWords(change, names);
    case "case-transferred":
      return `Ärendet flyttades från ${unitIn(names, change.from)} till ${unitIn(names, change.to)}.`;
    case "served-municipality-changed": {
      const [from, to] = [names[change.from] ?? change.from, names[change.to] ?? change.to];
      return `Personens kommun: från ${from} till ${to}.`;
    }
    case "previous-case-changed":
      return previousInWords(change);
    case "readers-named":
      return readersInWords(change, names);
    case "case-voided":
      return "Ärendet makulerades. Det räknas inte.";
    case "case-restored":
      return "Ärendet återställdes. Det räknas igen.";
  }
}

function startInWords(
  { startedOn, isAnonymous, previousCode, servedMunicipality }: Of<"case-started">,
  names: Names,
): string {
  return [
    `Ärendet började ${dayInWords(startedOn)}.`,
    ...(isAnonymous ? ["Det är anonymt."] : []),
    ...(previousCode ? [`Tidigare ärende: ${previousCode}.`] : []),
    ...(servedMunicipality
      ? [`Personen kommer från ${names[servedMunicipality] ?? servedMunicipality}.`]
      : []),
  ].join(" ");
}

function assignmentInWords({ from, to }: Of<"case-assigned">, names: Names): string {
  if (to === null)
    return `Ärendet blev utan handläggare${from ? ` efter ${person(names, from)}` : ""}.`;
  if (from === null) return `${person(names, to)} blev handläggare.`;
  return `Ärendet lämnades över från ${person(names, from)} till ${person(names, to)}.`;
}

function shareInWords({ from, to }: Of<"case-shared">, names: Names): string {
  if (to === null) {
    return `Ärendet delas inte längre${from ? ` med ${unitIn(names, from.unit)}` : ""}.`;
  }
  const there = `${unitIn(names, to.unit)}${workerThere(to, names)}`;
  return from?.unit === to.unit
    ? `Ärendet delas fortfarande med ${there}.`
    : `Ärendet delas med ${there}.`;
}

function workerThere({ assignee }: Share, names: Names): string {
  return assignee ? `, där ${person(names, assignee)} är handläggare` : ", utan handläggare där";
}

function previousInWords({ from, to }: Of<"previous-case-changed">): string {
  if (to === null) return `Det tidigare ärendet ${from ?? ""} togs bort.`;
  return from === null ? `Tidigare ärende: ${to}.` : `Tidigare ärende: från ${from} till ${to}.`;
}

function readersInWords({ from, to }: Of<"readers-named">, names: Names): string {
  if (to === null) return "Ärendet är inte längre begränsat till namngivna läsare.";
  const readers = listed(to.map((id) => person(names, id)));
  return from === null
    ? `Ärendet begränsades. Bara ${readers} kan se det.`
    : `Läsarna ändrades. Bara ${readers} kan se ärendet.`;
}

type Of<Kind extends LifeChange["kind"]> = Extract<LifeChange, { readonly kind: Kind }>;

function person(names: Names, id: string): string {
  return names[id] ?? "okänd";
}

function unitIn(names: Names, id: string): string {
  return names[id] ?? "en annan enhet";
}
