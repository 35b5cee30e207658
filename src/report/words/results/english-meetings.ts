import { capitalised } from "../after-label.ts";
import { figures, number, percent } from "../english-grammar.ts";
import type { MeetingWords } from "./told-meetings.ts";

export const englishMeetings: MeetingWords = {
  strip: {
    label: "Meetings and answers",
    corner: "Step",
    count: "Number",
    meetings: "Meetings noted",
    notes: "Each step as a part of the first.",
  },
  noted: (meetings) => {
    if (meetings === 0) return "No meetings were noted.";
    return meetings === 1
      ? "One meeting was noted."
      : `${capitalised(number(meetings))} meetings were noted.`;
  },
  hidden: "The numbers are not shown, since somebody might be recognised.",
  places: {
    took: (now, then) => {
      const count = (municipalities: number) =>
        municipalities === 1 ? "one municipality" : `${number(municipalities)} municipalities`;
      if (!then) return `${capitalised(count(now.municipalities))} took part.`;
      const both = `${then.name}: ${count(then.municipalities)} took part. ${now.name}: ${count(now.municipalities)} took part.`;
      return `${both} They need not be the same, which may explain differences between the years.`;
    },
    label: "By municipality",
    title: "How many were asked in each municipality",
    corner: "Municipality",
    meetings: "Meetings",
    notes:
      "Shares are of those whom the question concerns. What may be shown of no municipality is left out. In alphabetical order: the municipalities have different services, and a difference may have many reasons.",
    caption: (round) => `${round}, by municipality`,
  },
  beside: {
    caption: (label) => `${label}: year by year`,
    earlier: (campaign, count, total) =>
      `${campaign}: ${percent(count, total)} (${figures.format(count)} of ${figures.format(total)}).`,
    noDifference: "The difference is not greater than the uncertainty.",
    shownOtherwise: (campaign) =>
      `The answers are shown otherwise than those of ${campaign}, and cannot stand beside them.`,
    hidden: (campaign) => `The number of ${campaign} is not shown.`,
  },
};
