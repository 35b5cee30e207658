import type { IsoDate } from "#kernel";
import type { DocumentAction } from "../document.ts";
import { englishDocumentKinds } from "./english-documents.ts";
import type { MeetingDocumentWords } from "./told-meeting-documents.ts";

const kinds = {
  ...englishDocumentKinds,
  managers: "To the managers",
  contacts: "To the contact persons",
} as const;

export const englishMeetingDocuments: MeetingDocumentWords = {
  title: (kind, { campaign, place }) =>
    `${kinds[kind]}: ${campaign ?? "the question about violence"}, ${place ?? "the nation"}`,
  lead: (span, meetings, asked) =>
    `About meetings ${inDays(span)}: ${meetings} were noted, and in ${asked} of them the question about violence was put.`,
  meetings: "Meetings noted",
  counted: (meetings) =>
    `n: ${meetings} meetings. A meeting is not a person: the same person may have been met several times.`,
  source: (span, codebook) =>
    `Source: what the units noted of the meetings ${inDays(span)}, without anybody’s name. Questions and answers: ${codebook}.`,
  actions: {
    heading: "What do we do about it?",
    none: "Nothing has been written yet about what stood in the way.",
    others: "There are more actions in Skillnad.",
    line: lineOf,
  },
  questions: {
    committee: [
      "What do the units need so that more people are asked?",
      "What do you want to follow up until the next time?",
    ],
    staff: [
      "Why was the question not put, and what can we change?",
      "What did we do when somebody answered yes, and was it enough?",
      "What do we want to try before the next time?",
    ],
    collaboration: [
      "What do the units need from you to dare to ask?",
      "Where do we refer people, and do they get there?",
    ],
    managers: [
      "What does the staff need from you to have time to ask: time, interpreters, a room?",
      "Who sees to it that what stands here is done, and when do you follow it up?",
      "How do you go on asking when the month is over?",
    ],
    contacts: [
      "Who in the unit wants support in how to ask?",
      "Is the unit's checklist there, and are its contacts right?",
      "What is to be remembered for the next time?",
    ],
  },
};

function lineOf({ intention, responsible, dueOn, isDone }: DocumentAction): string {
  const text = intention.trim();
  return [
    /[.!?]$/.test(text) ? text : `${text}.`,
    ...(responsible.trim() === "" ? [] : [`Responsible: ${responsible.trim()}.`]),
    ...(isDone ? ["It has been done."] : []),
    ...(!isDone && dueOn ? [`By ${inDays({ from: dueOn, through: dueOn })}.`] : []),
  ].join(" ");
}

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

function inDays({ from, through }: { readonly from: IsoDate; readonly through: IsoDate }): string {
  return day.formatRange(new Date(from), new Date(through));
}
