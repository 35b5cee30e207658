import { capitalised, numberInWords, swedishDay } from "#kernel";
import type { CaseLine, CaseView } from "#server";
import { dayInWords } from "./calendar.ts";
import { listed } from "./case-words.ts";
import { genitive } from "./counting.ts";

/** «Bara Anna Ek och Bo Berg kan se ärendet.» */
export function readersInWords(readers: readonly string[]): string {
  return `Bara ${listed(readers)} kan se ärendet.`;
}

/** «Anna Ek makulerade det 12 mars 2026.» */
export function voidedInWords({
  by,
  at,
}: Pick<NonNullable<CaseView["voided"]>, "by" | "at">): string {
  return `${by} makulerade det ${dayInWords(swedishDay(at))}.`;
}

/** «Fyren, där Bo Berg är handläggare» */
export function sharedInWords({ unit, assignee }: NonNullable<CaseView["sharedWith"]>): string {
  return assignee
    ? `${unit.name}, där ${assignee} är handläggare`
    : `${unit.name}, utan handläggare`;
}

/** The other of two units that share a case, as seen from one's own. */
export function otherUnitOf(
  { unit, sharedWith }: Pick<CaseLine, "unit" | "sharedWith">,
  ownUnits: readonly string[],
): string | null {
  const isFromOtherSide =
    sharedWith !== null && ownUnits.includes(sharedWith) && !ownUnits.includes(unit);
  return isFromOtherSide ? unit : sharedWith;
}

/** The marks of a line in the list; for most there are none. */
export function marksOf(line: CaseLine, ownUnits: readonly string[]): readonly string[] {
  const other = otherUnitOf(line, ownUnits);
  return [
    ...(line.isVoided ? ["makulerat"] : line.state === "closed" ? ["avslutat"] : []),
    ...(line.isRestricted ? ["begränsat"] : []),
    ...(other ? [`delas med ${other}`] : []),
  ];
}

/** To whom those who may not do it themselves turn. */
export function whoManages(unit: string, maySelf: { readonly share: boolean }): string {
  const acts = [
    "lämna över",
    ...(maySelf.share ? [] : ["dela"]),
    "flytta",
    "begränsa",
    "makulera",
    "återställa",
  ];
  const last = acts.at(-1);
  return `Enhetschefen för ${unit} kan ${acts.slice(0, -1).join(", ")} och ${last} ärendet.`;
}

/** «Sju öppna ärenden» */
export function openCasesInWords(count: number): string {
  return count === 1 ? "ett öppet ärende" : `${numberInWords(count)} öppna ärenden`;
}

/** What handing over somebody's open cases will do. */
export function handOverInWords(count: number, from: string, to: string | null): string {
  const what = capitalised(openCasesInWords(count));
  const where = to === null ? "blir utan handläggare" : `går till ${to}`;
  return `${what} ${where}. Avslutade ärenden ligger kvar hos ${from}.`;
}

/** What it did. */
export function handedOverInWords(count: number, from: string, to: string | null): string {
  if (count === 0) return `${from} hade inga öppna ärenden att lämna över.`;
  const what = count === 1 ? "ett ärende" : `${numberInWords(count)} ärenden`;
  return to === null
    ? `${capitalised(what)} är nu utan handläggare.`
    : `${capitalised(what)} gick från ${from} till ${to}.`;
}

/** What will be different; while nobody is chosen yet, `undefined` stands for whoever it may be. */
export const consequences = {
  assign: (to: string | null | undefined, from: string | null) => {
    const leaves = from ? ` ${from} har det inte längre bland sina.` : "";
    return to === null
      ? `Ärendet blir utan handläggare tills du ger det till någon.${leaves}`
      : `${to ?? "Den du väljer"} får ärendet bland sina.${leaves}`;
  },
  share: (unit: string | undefined, owner: string) =>
    `${unit ?? "Den enhet du väljer"} kan läsa och svara i ärendet. Det räknas en gång, i ${genitive(owner)} bild. Delningen gäller tills någon väljer «Sluta dela».`,
  unshare: (unit: string) =>
    `${unit} kommer inte längre åt ärendet. Det som är skrivet finns kvar.`,
  transfer: (unit: string | undefined, from: string | null) =>
    `Ärendet flyttas till ${unit ?? "den enhet du väljer"} med hela sin historik, och räknas i den enhetens bild. Där är det utan handläggare tills chefen ger det till någon.${from ? ` ${from} har det inte längre bland sina.` : ""}`,
  void: "Ärendet räknas inte längre och följer inte med i nästa leverans. Det finns kvar och kan återställas.",
  restore: "Ärendet räknas igen och går att ändra.",
  restrict:
    "Ärendet finns bara för dem du väljer. Ingen annan hittar det, inte heller med koden. Det räknas som alla andra.",
  unrestrict: "Ärendet syns igen för alla som brukar se enhetens ärenden.",
  serve: "Ärendet räknas till den kommunen i länets och rikets siffror.",
} as const;
