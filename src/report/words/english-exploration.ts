import type { ExplorationWords } from "./told-exploration.ts";

const months = {
  year: [""],
  "half-year": ["Jan–June", "July–Dec"],
  quarter: ["Jan–Mar", "Apr–June", "July–Sep", "Oct–Dec"],
} as const;

export const englishExploration: ExplorationWords = {
  answer: "Answer",
  group: "Group",
  time: "Time",
  count: "Count",
  of: "Of",
  share: "Share",
  inNoGroup: "In no group",
  together: "All",
  answered: "Have an answer",
  valid: "Valid answers",
  cases: (noun) =>
    ({ case: "Cases", client: "Clients", item: "Registrations", meeting: "Meetings" })[noun],
  by: (label, by) => `${label} by “${by}”`,
  overTime: (label, step) =>
    `${label} by ${{ quarter: "quarter", "half-year": "half-year", year: "year" }[step]}`,
  numbers: (label) => `${label}: counts`,
  shares: (label) => `${label}: share of those with an answer`,
  step: ({ step, year, part }) => `${months[step][part - 1] ?? ""} ${year}`.trim(),
  axis: "Share of those with an answer in each group.",
  fewInGroup: "Groups of fewer than ten answers are shown as counts.",
  whiskers: (side) => `The lines: uncertainty (95\u00a0%) of “${side}”.`,
};
