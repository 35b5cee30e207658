import { capitalised, numberInWords, wholeNumber } from "#kernel";
import type { UnitQuality } from "#server";
import { listed } from "../words/case-words.ts";
import { oneDecimal } from "../words/counting.ts";

type Variables = UnitQuality["variables"];
export type Completeness = Variables[number];

/** Up to one in ten empty: «nästan alla». */
const almostAll = 0.9;

/** From one in four «Vet ej» or «Uppgift saknas»: «ofta». */
const often = 0.25;

/** Questions that some case has come to; the others have nothing to tell yet. */
export function reachedQuestions(variables: Variables): Variables {
  return variables.filter(({ asked }) => asked > 0);
}

/** «13 av 15 frågor är besvarade i nästan alla ärenden.» */
export function completenessInWords(variables: Variables): string {
  const reached = reachedQuestions(variables);
  const complete = reached.filter(({ asked, empty }) => asked - empty >= asked * almostAll);
  if (reached.length === 0) return "Inget ärende har kommit till frågorna än.";
  if (complete.length === reached.length) {
    const all = `Alla ${numberInWords(reached.length)} frågor är besvarade`;
    return `${all} i nästan alla ärenden${butUnknown(complete)}.`;
  }
  if (complete.length === 0) return "Ingen fråga är besvarad i nästan alla ärenden än.";
  const verb = complete.length === 1 ? "frågor är besvarad" : "frågor är besvarade";
  const told = `${numberInWords(complete.length)} av ${numberInWords(reached.length)} ${verb}`;
  return `${capitalised(told)} i nästan alla ärenden${butUnknown(complete)}.`;
}

/** «, men två av dem ofta med «Vet ej» eller «Uppgift saknas»» */
function butUnknown(complete: Variables): string {
  const { length } = oftenUnknown(complete);
  if (length === 0) return "";
  const which = complete.length === 1 ? "" : ` ${numberInWords(length)} av dem`;
  return `, men${which} ofta med «Vet ej» eller «Uppgift saknas»`;
}

/** Which questions those are, the worst first; a few of them by name. */
export function unknownInWords(variables: Variables): string | undefined {
  const unknown = oftenUnknown(reachedQuestions(variables)).toSorted(
    (one, other) => other.missingCode / other.asked - one.missingCode / one.asked,
  );
  if (unknown.length === 0) return undefined;
  const named = unknown.slice(0, mostNamed).map(({ label }) => `«${label.sv}»`);
  const rest = unknown.length - named.length;
  const names = listed(rest > 0 ? [...named, `${numberInWords(rest)} till`] : named);
  return `Minst vart fjärde svar är «Vet ej» eller «Uppgift saknas» i ${names}.`;
}

const mostNamed = 3;

function oftenUnknown(variables: Variables): Variables {
  return variables.filter(({ asked, missingCode }) => missingCode >= asked * often);
}

/** Where most is missing, so that one knows where to begin; nothing where hardly anything is. */
export function emptiestInWords(variables: Variables): string | undefined {
  const [emptiest] = reachedQuestions(variables).toSorted(
    (one, other) => other.empty / other.asked - one.empty / one.asked,
  );
  if (!emptiest || emptiest.asked - emptiest.empty >= emptiest.asked * almostAll) return undefined;
  const { label, empty, asked } = emptiest;
  const cases =
    asked === 1
      ? "det enda ärendet"
      : `${numberInWords(empty, "ett")} av ${numberInWords(asked)} ärenden`;
  return `Mest saknas i «${label.sv}»: ${cases} har inget svar.`;
}

const timed = {
  started: {
    none: "Inget ärende har påbörjats det senaste året.",
    half: (within: string) => `Hälften av ärendena registreras ${within} starten`,
  },
  assessed: {
    none: "Ingen riskbedömning har registrerats det senaste året.",
    half: (within: string) => `Hälften av riskbedömningarna registreras ${within} bedömningen`,
  },
  closed: {
    none: "Inget ärende har avslutats det senaste året.",
    half: (within: string) => `Hälften av avsluten registreras ${within} avslutet`,
  },
} as const;

/** «Hälften av ärendena registreras inom tre dagar från starten, och 34 av 40 inom 14 dagar.» */
export function timelinessInWords(
  { event, events, medianDays, withinGoal }: UnitQuality["timeliness"][number],
  goalDays: number,
): string {
  const words = timed[event];
  if (medianDays === null) return words.none;
  const half = words.half(withinDays(medianDays));
  return `${half}, och ${wholeNumber(withinGoal)} av ${wholeNumber(events)} inom ${goalDays} dagar.`;
}

function withinDays(days: number): string {
  if (days === 0) return "samma dag som";
  if (days === 1) return "inom en dag från";
  const told = Number.isInteger(days) ? numberInWords(days) : oneDecimal(days);
  return `inom ${told} dagar från`;
}

/** The lists of «Läget», by their place on its page. */
export type WaitingList = "utan-handlaggare" | "stilla" | "saknas";

type Waiting = { readonly sentence: string; readonly list: WaitingList };

/** «Två ärenden har stått stilla» and the like, for Start; nothing where all is well. */
export function waitingInWords({ unassigned, stale, incomplete }: UnitQuality): readonly Waiting[] {
  const lines: readonly (readonly [readonly unknown[], WaitingList, string])[] = [
    [unassigned, "utan-handlaggare", "saknar handläggare"],
    [stale, "stilla", "har stått stilla i två månader eller mer"],
    [incomplete, "saknas", "saknar svar i en fas som är passerad"],
  ];
  return lines
    .filter(([cases]) => cases.length > 0)
    .map(([cases, list, what]) => ({
      sentence: `${capitalised(casesInWords(cases.length))} ${what}.`,
      list,
    }));
}

/** «ett ärende», «två ärenden» */
export function casesInWords(count: number): string {
  return `${numberInWords(count, "ett")} ${count === 1 ? "ärende" : "ärenden"}`;
}
