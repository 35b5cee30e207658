import { capitalised } from "../after-label.ts";
import { figures, number } from "../swedish-grammar.ts";
import type { ResultWords, ToldCases } from "./told-results.ts";

export const swedishResults: ResultWords = {
  headline: {
    told: (message, isUnsure) =>
      isUnsure ? `${message}, men det är osäkert eftersom svaren är få.` : `${message}.`,
    casesOnly: (told) => `${casesIn(told)}.`,
    nothing: ({ group, period }) => {
      const which = group ?? "ärenden";
      if (period !== null) return `Inga ${which} startade eller avslutades ${period}.`;
      return group === null
        ? "Inga ärenden är registrerade än."
        : `Inga ${which} är registrerade än.`;
    },
    hidden: "Uppgifterna visas inte, eftersom någon skulle kunna kännas igen.",
  },
  among: ({ group, period, isClosed }) => {
    const time = `${isClosed ? "avslutade" : "startade"} ${period}`;
    if (group === null)
      return `Gäller ärenden som ${isClosed ? "avslutades" : "startade"} ${period}.`;
    return `Gäller ${group}${period === null ? "" : `, ${time}`}.`;
  },
  halfYear: (halfYear) =>
    `${halfYear.endsWith("1") ? "första" : "andra"} halvåret ${halfYear.slice(0, 4)}`,
  strip: {
    label: "Ärenden och svar",
    corner: "Steg",
    count: "Antal",
    title: casesIn,
    titleOfRelease: (halfYear) => `Ärenden och svar, ${halfYear}`,
    step: (step, isInPeriod) => {
      switch (step) {
        case "cases":
          return isInPeriod ? "Startade ärenden" : "Alla ärenden";
        case "closed":
          return "Avslutade ärenden";
        case "asked":
          return "Tillfrågade klienter";
        case "included":
          return "Klienter vars svar är med";
        case "answered":
          return "Klienter som har svarat";
      }
    },
    cases: (told) => `${casesIn(told)}.`,
    client: (asked, included) => {
      if (asked === 0) return "Ingen klient är tillfrågad än.";
      const who =
        asked === 1 ? "En klient är tillfrågad" : `${counted(asked)} klienter är tillfrågade`;
      const waiting = "Klienternas svar visas fem åt gången";
      if (included === 0) return `${who}. ${waiting}, och fem har ännu inte kommit.`;
      return `${who}, och svaren från ${number(included)} är med. ${waiting}.`;
    },
    clientOfRelease: (included) =>
      included === 0
        ? "Inga svar från klienter finns."
        : `${counted(included)} ${included === 1 ? "klient" : "klienter"} har svarat.`,
    notSameCases: "De som avslutades kan ha startat tidigare.",
    notes: "Varje steg som del av det första.",
  },
  note: {
    clientOfAll:
      "Klienternas svar delas inte upp efter period eller grupp, för då kan någon kännas igen. Här är svaren från alla klienter vars svar är med.",
    clientBesideOfAll:
      "Klienternas svar delas inte upp efter period eller grupp, för då kan någon kännas igen. Det som klienterna säger här gäller alla ärenden.",
    noCases: "Här visas enhetens egna siffror när det första ärendet är registrerat.",
    noCasesChosen: "Inget ärende hör till urvalet. Välj en annan period eller grupp, eller alla.",
    noneClosed:
      "Inget ärende i urvalet är avslutat än. Det som frågas vid avslut visas när ett ärende har avslutats.",
    clientsWait: "Klienternas svar visas fem åt gången, och fem har ännu inte kommit.",
    hidden: (isOfGroup) =>
      `Uppgifterna visas inte, eftersom någon skulle kunna kännas igen. ${isOfGroup ? "Välj alla ärenden eller ett annat halvår." : "Välj ett annat halvår."}`,
  },
  change: {
    label: (field) => `${field}: före och efter`,
    ways: "Bättre, samma eller sämre nivå",
    improved: "Bättre nivå",
    same: "Samma nivå",
    worse: "Sämre nivå",
    count: "Antal ärenden",
    share: "Andel",
    way: "Förändring",
    before: "Före",
    after: "Efter",
    levels: "Från nivå till nivå",
    chain: "Ärenden som kan jämföras",
    step: "Steg",
    steps: [
      "Avslutade ärenden",
      "Mätta före",
      "Mätta både före och efter",
      "Mätta med samma metod båda gångerna",
    ],
    notes: "Antal ärenden. Nivåerna före och efter är satta med samma metod.",
  },
  nested: {
    label: (label) => `${label}, steg för steg`,
    step: "Steg",
    count: "Antal",
    of: "Av",
    share: "Andel",
  },
};

/** «36 av 45 ärenden är avslutade» · «Tolv ärenden startade och fem avslutades 2025» */
function casesIn({ cases, closed, group, period }: ToldCases): string {
  const among = group === null ? "" : ` (${group})`;
  if (period !== null) {
    const started = `${cases === 0 ? "Inget" : counted(cases, "Ett")} ${noun(cases)} startade`;
    return `${started} och ${closed === 0 ? "inget" : closed === 1 ? "ett" : number(closed)} avslutades ${period}${among}`;
  }
  if (cases === 0) return `Inget ärende är registrerat${among}`;
  if (cases === 1) {
    return `Det enda ärendet är ${closed === 1 ? "avslutat" : "inte avslutat"}${among}`;
  }
  if (closed === 0) return `${counted(cases)} ärenden är registrerade, inget är avslutat${among}`;
  if (closed === cases) {
    return `${cases === 2 ? "Båda ärendena" : `Alla ${number(cases)} ärenden`} är avslutade${among}`;
  }
  const part = cases < 10 ? number(closed === 1 ? 1 : closed) : figures.format(closed);
  const whole = cases < 10 ? number(cases) : figures.format(cases);
  return `${capitalised(part)} av ${whole} ärenden är ${closed === 1 ? "avslutat" : "avslutade"}${among}`;
}

function noun(count: number): string {
  return count <= 1 ? "ärende" : "ärenden";
}

function counted(count: number, one = "En"): string {
  return count === 1 ? one : capitalised(number(count));
}
