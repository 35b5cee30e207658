import { addDays, halfYearOf, type IsoDate, parseIsoDate, periodOf } from "#kernel";
import type { CampaignView, Refusal } from "#server";

/** A unit in the form; the ones that are not chosen keep what was typed. */
export type UnitInForm = {
  readonly unit: string;
  readonly name: string;
  readonly isChosen: boolean;
  readonly kind: number | undefined;
  /** As typed; empty: it has not said. */
  readonly expected: string;
};

/** As it is typed. */
export type PlanForm = {
  readonly name: string;
  readonly isRoutine: boolean;
  /** Of a routine: past the half-year. */
  readonly goesOn: boolean;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly units: readonly UnitInForm[];
  readonly instrument: "own" | "freda-short" | "text-pack";
  readonly version: string;
  readonly pack: string;
  readonly contacts: string;
  readonly goals: string;
  readonly guide: string;
  readonly round: string | null;
  readonly tellsReceiver: boolean;
};

type NamedUnit = { readonly id: string; readonly name: string };

export function emptyForm(units: readonly NamedUnit[], isRoutine: boolean): PlanForm {
  return {
    name: isRoutine ? "Alltid fråga vid nybesök" : "",
    isRoutine,
    goesOn: true,
    firstDay: "",
    lastDay: "",
    units: units.map(notChosen),
    instrument: "own",
    version: "",
    pack: "",
    contacts: "",
    goals: "",
    guide: "",
    round: null,
    tellsReceiver: false,
  };
}

/** A unit that has since been given up still stands in its campaign. */
export function formOf(campaign: CampaignView, units: readonly NamedUnit[]): PlanForm {
  const { instrument, participation } = campaign;
  const others = units.filter(({ id }) => !participation.some(({ unit }) => unit === id));
  return {
    name: campaign.name,
    isRoutine: campaign.routine !== null,
    goesOn: campaign.routine !== "ends",
    firstDay: campaign.firstDay,
    lastDay: campaign.lastDay,
    units: [
      ...participation.map(({ unit, name, kind, expected }) => ({
        unit,
        name,
        isChosen: true,
        kind,
        expected: expected === null ? "" : String(expected),
      })),
      ...others.map(notChosen),
    ],
    instrument: instrument.kind,
    version: instrument.kind === "freda-short" ? instrument.version : "",
    pack: instrument.kind === "text-pack" ? instrument.pack : "",
    contacts: campaign.contacts,
    goals: campaign.goals,
    guide: campaign.guide,
    round: campaign.round,
    tellsReceiver: campaign.tellsReceiver,
  };
}

function notChosen({ id, name }: NamedUnit): UnitInForm {
  return { unit: id, name, isChosen: false, kind: undefined, expected: "" };
}

/** By the field that it is about; a unit's as `kind <unit>` and `expected <unit>`. */
export type PlanProblems = ReadonlyMap<string, string>;

/** A routine that goes on is counted to the end of the half-year: nobody writes that day. */
function isUntilHalfYear({ isRoutine, goesOn }: PlanForm): boolean {
  return isRoutine && goesOn;
}

/** The last of the half-year that the first one is in; `undefined`: no first day is written yet. */
export function lastOfHalfYear({ firstDay }: Pick<PlanForm, "firstDay">): IsoDate | undefined {
  const day = parseIsoDate(firstDay);
  return day && addDays(periodOf(halfYearOf(day)).until, -1);
}

/** What cannot even be sent; everything else the server judges. */
export function checkForm(form: PlanForm): PlanProblems {
  const problems = new Map<string, string>();
  if (!parseIsoDate(form.firstDay)) problems.set("firstDay", "Skriv första dagen.");
  if (!isUntilHalfYear(form) && !parseIsoDate(form.lastDay)) {
    problems.set("lastDay", "Skriv sista dagen.");
  }
  for (const { unit, isChosen, kind, expected } of form.units) {
    if (!isChosen) continue;
    if (kind === undefined) problems.set(`kind ${unit}`, "Välj verksamhet.");
    if (!/^\d{0,6}$/.test(expected.trim())) {
      problems.set(`expected ${unit}`, "Skriv ett helt tal, eller lämna tomt.");
    }
  }
  return problems;
}

/** As it is sent. @param revision the one that was read; 0: it is new. */
export function requestOf(form: PlanForm, revision: number) {
  const { name, isRoutine, goesOn, lastDay, contacts, goals, guide, round, tellsReceiver } = form;
  return {
    revision,
    name,
    firstDay: form.firstDay as IsoDate,
    lastDay: isUntilHalfYear(form) ? lastOfHalfYear(form) : (lastDay as IsoDate),
    routine: isRoutine ? (goesOn ? ("goes-on" as const) : ("ends" as const)) : null,
    units: chosenOf(form).map(({ unit, kind, expected }) => ({
      unit,
      kind: kind ?? 0,
      expected: expected.trim() === "" ? null : Number(expected),
    })),
    instrument: instrumentOf(form),
    contacts,
    goals,
    guide,
    round,
    tellsReceiver,
  };
}

function chosenOf({ units }: PlanForm): readonly UnitInForm[] {
  return units.filter(({ isChosen }) => isChosen);
}

function instrumentOf({ instrument, version, pack }: PlanForm): CampaignView["instrument"] {
  switch (instrument) {
    case "own":
      return { kind: "own" };
    case "freda-short":
      return { kind: "freda-short", version };
    case "text-pack":
      return { kind: "text-pack", pack };
  }
}

/** The server's sentences at the fields of the form: `units.2` is the third unit that was chosen. */
export function problemsAtFields(problems: Refusal["problems"], form: PlanForm): PlanProblems {
  const told = new Map<string, string>();
  const chosen = chosenOf(form);
  for (const { at, sentence } of problems) {
    if (at === undefined) continue;
    const [field = "", index] = at.split(".");
    const unit = field === "units" && index !== undefined ? chosen[Number(index)]?.unit : undefined;
    const place = unit === undefined ? at : `unit ${unit}`;
    told.set(place, [told.get(place), sentence].filter(Boolean).join(" "));
  }
  return told;
}

/** What stands differently in the two, by the name that the form has for it. */
export function differencesOf(mine: PlanForm, theirs: PlanForm): readonly string[] {
  const parts: readonly (readonly [string, (form: PlanForm) => unknown])[] = [
    ["namnet", ({ name }) => name],
    ["dagarna", (form) => [requestOf(form, 0).routine, form.firstDay, requestOf(form, 0).lastDay]],
    ["enheterna", (form) => [...chosenOf(form)].sort((a, b) => (a.unit < b.unit ? -1 : 1))],
    ["hur frågan ställs", instrumentOf],
    ["vad länet får se", ({ tellsReceiver }) => tellsReceiver],
    ["kontaktpersonerna", ({ contacts }) => contacts],
    ["målen", ({ goals }) => goals],
    ["vägledningen", ({ guide }) => guide],
  ];
  return parts.flatMap(([name, of]) =>
    JSON.stringify(of(mine)) === JSON.stringify(of(theirs)) ? [] : [name],
  );
}
