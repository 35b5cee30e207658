import { capitalised } from "./after-label.ts";
import { swedishNouns } from "./swedish-nouns.ts";
import type { ExplorationWords } from "./told-exploration.ts";

const months = {
  year: [""],
  "half-year": ["jan–juni", "juli–dec"],
  quarter: ["jan–mars", "apr–juni", "juli–sep", "okt–dec"],
} as const;

export const swedishExploration: ExplorationWords = {
  answer: "Svar",
  group: "Grupp",
  time: "Tid",
  count: "Antal",
  of: "Av",
  share: "Andel",
  inNoGroup: "I ingen grupp",
  together: "Alla",
  answered: "Har svar",
  valid: "Giltiga svar",
  cases: (noun) => capitalised(swedishNouns[noun].several),
  by: (label, by) => `${label} efter «${by}»`,
  overTime: (label, step) =>
    `${label} per ${{ quarter: "kvartal", "half-year": "halvår", year: "år" }[step]}`,
  numbers: (label) => `${label}: antal`,
  shares: (label) => `${label}: andel av dem som har svar`,
  step: ({ step, year, part }) => `${months[step][part - 1] ?? ""} ${year}`.trim(),
  axis: "Andel av dem som har svar i varje grupp.",
  fewInGroup: "Grupper med färre än tio svar visas som antal.",
  whiskers: (side) => `Strecken: osäkerhet (95\u00a0%) för «${side}».`,
};
