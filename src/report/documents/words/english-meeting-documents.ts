import type { IsoDate } from "#kernel";
import { englishDocumentKinds } from "./english-documents.ts";
import type { MeetingDocumentWords } from "./told-meeting-documents.ts";

export const englishMeetingDocuments: MeetingDocumentWords = {
  title: (kind, { campaign, place }) =>
    `${englishDocumentKinds[kind]}: ${campaign ?? "the question about violence"}, ${place ?? "the nation"}`,
  lead: (span, meetings, asked) =>
    `About meetings ${inDays(span)}: ${meetings} were noted, and in ${asked} of them the question about violence was put.`,
  meetings: "Meetings noted",
  counted: (meetings) =>
    `n: ${meetings} meetings. A meeting is not a person: the same person may have been met several times.`,
  source: (span, codebook) =>
    `Source: what the units noted of the meetings ${inDays(span)}, without anybody’s name. Questions and answers: ${codebook}.`,
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
  },
};

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

function inDays({ from, through }: { readonly from: IsoDate; readonly through: IsoDate }): string {
  return day.formatRange(new Date(from), new Date(through));
}
