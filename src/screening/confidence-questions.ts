import type { ConfidenceQuestion } from "./confidence.ts";

/** Ours, in our own words; answered from 1 (not at all) to 5 (wholly). */
export const confidenceQuestions: readonly ConfidenceQuestion[] = [
  {
    id: "asking",
    text: {
      sv: "Hur trygg känner du dig med att fråga om våld?",
      en: "How confident do you feel in asking about violence?",
    },
  },
  {
    id: "answer",
    text: {
      sv: "Hur trygg känner du dig med att ta emot ett ja?",
      en: "How confident do you feel in receiving a yes?",
    },
  },
  {
    id: "next-step",
    text: {
      sv: "Hur väl vet du vad du ska göra när någon berättar om våld?",
      en: "How well do you know what to do when somebody tells of violence?",
    },
  },
];
