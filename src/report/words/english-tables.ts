import type { TableWords } from "./told-tables.ts";

export const englishTables: TableWords = {
  answers: "Answer",
  allAnswered: "All with an answer",
  allValid: "All with a valid answer",
  perCase: "Number of kinds",
  figure: "Figure",
  count: "Number",
  of: "Of",
  share: "Share",
  mean: "Mean",
  sum: "In all",
  lowest: "Uncertainty from",
  highest: "Uncertainty to",
  beside: (label, column) => `${label}: ${column.toLowerCase()}`,
  spread: (label) => `${label}: how they are spread`,
};
