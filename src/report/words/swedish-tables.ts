import type { TableWords } from "./told-tables.ts";

export const swedishTables: TableWords = {
  answers: "Svar",
  allAnswered: "Alla med svar",
  allValid: "Alla med giltigt svar",
  perCase: "Antal slag",
  figure: "Uppgift",
  count: "Antal",
  of: "Av",
  share: "Andel",
  mean: "Genomsnitt",
  sum: "Sammanlagt",
  lowest: "Osäkerhet från",
  highest: "Osäkerhet till",
  beside: (label, column) => `${label}: ${column.toLowerCase()}`,
  spread: (label) => `${label}: så fördelar de sig`,
};
