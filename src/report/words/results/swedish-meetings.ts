import { capitalised } from "../after-label.ts";
import { figures, number, percent } from "../swedish-grammar.ts";
import type { MeetingWords } from "./told-meetings.ts";

export const swedishMeetings: MeetingWords = {
  strip: {
    label: "Möten och svar",
    corner: "Steg",
    count: "Antal",
    meetings: "Möten som noterades",
    notes: "Varje steg som del av det första.",
  },
  noted: (meetings) => {
    if (meetings === 0) return "Inga möten noterades.";
    return meetings === 1
      ? "Ett möte noterades."
      : `${capitalised(number(meetings))} möten noterades.`;
  },
  hidden: "Uppgifterna visas inte, eftersom någon skulle kunna kännas igen.",
  places: {
    took: (now, then) => {
      const count = (municipalities: number) =>
        municipalities === 1 ? "en kommun" : `${number(municipalities)} kommuner`;
      if (!then) return `${capitalised(count(now.municipalities))} är med.`;
      const both = `${then.name}: ${count(then.municipalities)} var med. ${now.name}: ${count(now.municipalities)} är med.`;
      return `${both} Det är inte säkert samma kommuner, och det kan förklara skillnader mellan åren.`;
    },
    label: "Kommun för kommun",
    title: "Hur många fick frågan i varje kommun",
    corner: "Kommun",
    meetings: "Möten",
    notes:
      "Andelarna är av dem som frågan gäller. Det som inte får visas om någon kommun står inte här. Kommunerna står i bokstavsordning: de har olika verksamheter, och skillnader kan ha många orsaker.",
    caption: (round) => `${round}, kommun för kommun`,
  },
  beside: {
    caption: (label) => `${label}: år från år`,
    earlier: (campaign, count, total) =>
      `${campaign}: ${percent(count, total)} (${figures.format(count)} av ${figures.format(total)}).`,
    noDifference: "Skillnaden är inte större än osäkerheten.",
    shownOtherwise: (campaign) =>
      `Svaren visas olika år från år, så de kan inte ställas bredvid dem från ${campaign}.`,
    hidden: (campaign) => `Uppgiften från ${campaign} visas inte.`,
  },
};
