import { type SignKind, sampleSize, signRules } from "#access";
import { wholeNumber } from "#kernel";
import type { LogMark } from "#store";

/** Each rule as the reviewer reads it, in the order of the page. */
export const kindsInWords: readonly {
  readonly kind: SignKind | "sample";
  readonly name: string;
  readonly rule: string;
}[] = [
  {
    kind: "colleague",
    name: "Någon annans ärenden",
    rule: "Den som öppnade ett ärende var då varken handläggare för det, chef för enheten eller namngiven läsare.",
  },
  {
    kind: "restricted",
    name: "Begränsade ärenden",
    rule: "Någon försökte öppna ett ärende som bara vissa får läsa, och nekades.",
  },
  {
    kind: "bulk",
    name: "Många ärenden på kort tid",
    rule: `Minst ${signRules.bulkCases} olika ärenden som var någon annans, inom ${signRules.bulkMinutes} minuter. Och minst ${signRules.bulkTimesUsual} gånger så många som personen själv brukar öppna: medianen av hennes dagar de ${signRules.usualDays} dagarna före perioden. Egna ärenden räknas inte.`,
  },
  {
    kind: "night",
    name: "Natt och helg",
    rule: `Ärenden som öppnades mellan ${signRules.nightFrom} och ${signRules.nightUntil}, eller en lördag eller söndag. Den som brukar arbeta då, minst ${signRules.usualNights} nätter eller helgdagar de ${signRules.usualDays} dagarna före perioden, står här bara för andras ärenden.`,
  },
  {
    kind: "again",
    name: "Samma ärende flera gånger",
    rule: `Samma person öppnade samma ärende minst ${signRules.againDays} olika dagar, fast det var någon annans. De ${signRules.usualDays} dagarna före perioden räknas med.`,
  },
  {
    kind: "crowd",
    name: "Ärenden som många har öppnat",
    rule: `Minst ${signRules.crowdPeople} personer öppnade samma ärende, fast det var någon annans. De ${signRules.usualDays} dagarna före perioden räknas med. Raden kommer igen först när någon ny har öppnat ärendet.`,
  },
  {
    kind: "answers",
    name: "Klienters svar på papper",
    rule: "Någon tog fram det som en klient har svarat i enkäten, för att lämna ut det till klienten. Varje gång står här. Fråga efter klientens begäran.",
  },
  {
    kind: "power",
    name: "Roller och vägar in",
    rule: "Någon gav sig själv en roll som kan öppna ärenden, gav någon rollen administratör, logggranskare eller enhetschef, eller gav ett konto som har varit öppet förut en ny väg in. Varje gång står här. Fråga om det var bestämt.",
  },
  {
    kind: "refused",
    name: "Nekade försök",
    rule: `Någon nekades ett ärende som finns. Eller nekades minst ${signRules.refusals} gånger på en dag, också för koder och sidor som inte finns.`,
  },
  {
    kind: "sample",
    name: "Stickprov",
    rule: `${sampleSize} läsningar av ärenden som ingen annan rubrik tar upp, dragna av slumpen. Är de färre är alla med.`,
  },
];

/** What the person did, without her name. */
export function markInWords({ kind, cases, sequences }: LogMark): string {
  const counted = cases === 1 ? "ett ärende" : `${wholeNumber(cases)} ärenden`;
  switch (kind) {
    case "colleague":
      return `Öppnade ${counted} som var någon annans`;
    case "restricted":
      return `Nekades ${cases === 1 ? "ett begränsat ärende" : `${wholeNumber(cases)} begränsade ärenden`}`;
    case "bulk":
      return `Öppnade ${counted} som var någon annans, inom ${signRules.bulkMinutes} minuter`;
    case "night":
      return `Öppnade ${counted} på natten eller helgen`;
    case "again":
      return `Öppnade samma ärende minst ${signRules.againDays} olika dagar, fast det var någon annans`;
    case "crowd":
      return `Minst ${signRules.crowdPeople} personer har öppnat samma ärende, fast det var någon annans`;
    case "answers":
      return `Tog fram en klients enkätsvar på papper${sequences.length === 1 ? "" : `, ${wholeNumber(sequences.length)} gånger`}`;
    case "power":
      return `Gav roller eller en väg in${sequences.length === 1 ? "" : `, ${wholeNumber(sequences.length)} gånger`}`;
    case "refused":
      return `Nekades ${sequences.length === 1 ? "en gång" : `${wholeNumber(sequences.length)} gånger`}`;
    case "sample":
      return "Läste ett ärende";
  }
}
