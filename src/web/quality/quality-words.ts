import type { UnitQuality } from "#server";
import { capitalised, numberInWords, oneDecimal, wholeNumber } from "../words/counting.ts";

type Variables = UnitQuality["variables"];
export type Completeness = Variables[number];

/** Up to one in ten empty: «nästan alla». */
const almostAll = 0.9;

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
    return `Alla ${numberInWords(reached.length)} frågor är besvarade i nästan alla ärenden.`;
  }
  if (complete.length === 0) return "Ingen fråga är besvarad i nästan alla ärenden än.";
  const verb = complete.length === 1 ? "frågor är besvarad" : "frågor är besvarade";
  const told = `${numberInWords(complete.length)} av ${numberInWords(reached.length)} ${verb}`;
  return `${capitalised(told)} i nästan alla ärenden.`;
}

/** Where most is missing, so that one knows where to begin; nothing where hardly anything is. */
export function emptiestInWords(variables: Variables): string | undefined {
  const [emptiest] = reachedQuestions(variables).toSorted(
    (one, other) => other.empty / other.asked - one.empty / one.asked,
  );
  if (!emptiest || emptiest.asked - emptiest.empty >= emptiest.asked * almostAll) return undefined;
  const { label, empty, asked } = emptiest;
  return `Mest saknas i «${label.sv}»: ${numberInWords(empty)} av ${numberInWords(asked)} ärenden har inget svar.`;
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

/** «Två ärenden har stått stilla» and the like, for Start; nothing where all is well. */
export function waitingInWords({ unassigned, stale, incomplete }: UnitQuality): readonly string[] {
  const lines: readonly (readonly [readonly unknown[], string])[] = [
    [unassigned, "saknar handläggare"],
    [stale, "har stått stilla i två månader eller mer"],
    [incomplete, "saknar svar i en fas som är passerad"],
  ];
  return lines
    .filter(([cases]) => cases.length > 0)
    .map(([cases, what]) => `${capitalised(casesInWords(cases.length))} ${what}.`);
}

/** «ett ärende», «två ärenden» */
export function casesInWords(count: number): string {
  return count === 1 ? "ett ärende" : `${numberInWords(count)} ärenden`;
}
