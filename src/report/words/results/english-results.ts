import { capitalised } from "../after-label.ts";
import { figures, number } from "../english-grammar.ts";
import type { ResultWords, ToldCases } from "./told-results.ts";

export const englishResults: ResultWords = {
  headline: {
    told: (message, isUnsure) =>
      isUnsure ? `${message}, but it is uncertain since the answers are few.` : `${message}.`,
    casesOnly: (told) => `${casesIn(told)}.`,
    nothing: ({ group, period }) => {
      const which = group ?? "cases";
      return period === null
        ? `No ${which} have been registered yet.`
        : `No ${which} were started or closed in ${period}.`;
    },
    hidden: "The numbers are not shown, since somebody might be recognised.",
  },
  among: ({ group, period, isClosed }) => {
    const time = `${isClosed ? "closed" : "started"} in ${period}`;
    return `About ${group ?? "cases"}${period === null ? "" : group === null ? ` ${time}` : `, ${time}`}.`;
  },
  halfYear: (halfYear) =>
    `the ${halfYear.endsWith("1") ? "first" : "second"} half of ${halfYear.slice(0, 4)}`,
  strip: {
    label: "Cases and answers",
    corner: "Step",
    count: "Number",
    title: casesIn,
    titleOfRelease: (halfYear) => `Cases and answers, ${halfYear}`,
    step: (step, isInPeriod) => {
      switch (step) {
        case "cases":
          return isInPeriod ? "Cases started" : "All cases";
        case "closed":
          return "Closed cases";
        case "asked":
          return "Clients asked";
        case "included":
          return "Clients whose answers are included";
        case "answered":
          return "Clients who have answered";
      }
    },
    cases: (told) => `${casesIn(told)}.`,
    client: (asked, included) => {
      if (asked === 0) return "No client has been asked yet.";
      const who = `${counted(asked)} ${asked === 1 ? "client has" : "clients have"} been asked`;
      const waiting = "Clients’ answers are shown five at a time";
      if (included === 0) return `${who}. ${waiting}, and five have not come yet.`;
      return `${who}, and the answers of ${number(included)} are included. ${waiting}.`;
    },
    clientOfRelease: (included) =>
      included === 0
        ? "There are no answers from clients."
        : `${counted(included)} ${included === 1 ? "client has" : "clients have"} answered.`,
    notSameCases: "Those that were closed may have been started earlier.",
    notes: "Each step as a part of the first.",
  },
  note: {
    clientOfAll:
      "Clients’ answers are not divided by period or group, since somebody might then be recognised. These are the answers of all clients whose answers are included.",
    clientBesideOfAll:
      "Clients’ answers are not divided by period or group, since somebody might then be recognised. What clients say here is of all cases.",
    noCases: "The unit’s own figures will stand here when its first case has been registered.",
    noCasesChosen: "No case is among those chosen. Choose another period or group, or all.",
    noneClosed:
      "None of the chosen cases is closed yet. What is asked at the close is shown when a case has been closed.",
    clientsWait: "Clients’ answers are shown five at a time, and five have not come yet.",
    hidden: (isOfGroup) =>
      `The numbers are not shown, since somebody might be recognised. ${isOfGroup ? "Choose all cases or another half-year." : "Choose another half-year."}`,
  },
  change: {
    label: (field) => `${field}: before and after`,
    ways: "Better, same or worse level",
    improved: "Better level",
    same: "Same level",
    worse: "Worse level",
    count: "Number of cases",
    share: "Share",
    way: "Change",
    before: "Before",
    after: "After",
    levels: "From level to level",
    chain: "Cases that can be compared",
    step: "Step",
    steps: [
      "Closed cases",
      "Measured before",
      "Measured both before and after",
      "Measured by the same method both times",
    ],
    notes: "Number of cases. The levels before and after were set by the same method.",
  },
  nested: {
    label: (label) => `${label}, step by step`,
    step: "Step",
    count: "Number",
    of: "Of",
    share: "Share",
  },
};

/** “36 of 45 cases are closed” · “Twelve cases were started and five closed in 2025” */
function casesIn({ cases, closed, group, period }: ToldCases): string {
  const among = group === null ? "" : ` (${group})`;
  if (period !== null) {
    const started = `${cases === 0 ? "No" : counted(cases)} ${noun(cases)} ${cases === 1 ? "was" : "were"} started`;
    return `${started} and ${closed === 0 ? "none" : number(closed)} closed in ${period}${among}`;
  }
  if (cases === 0) return `No case has been registered${among}`;
  if (cases === 1) return `The only case is ${closed === 1 ? "" : "not "}closed${among}`;
  if (closed === 0) return `${counted(cases)} cases are registered, none is closed${among}`;
  if (closed === cases) {
    return `${cases === 2 ? "Both cases" : `All ${number(cases)} cases`} are closed${among}`;
  }
  const [part, whole] =
    cases < 10 ? [number(closed), number(cases)] : [figures.format(closed), figures.format(cases)];
  return `${capitalised(part)} of ${whole} cases ${closed === 1 ? "is" : "are"} closed${among}`;
}

function noun(count: number): string {
  return count === 1 ? "case" : "cases";
}

function counted(count: number): string {
  return capitalised(number(count));
}
