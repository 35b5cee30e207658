import { isoDate } from "#kernel";
import type { WrittenCase } from "./written-case.ts";

/**
 * The answer sheet by which registering is measured, also in other form engines: one whole case from
 * start to closing. The client's survey is keyed in by another person and not part of it.
 */
export const answerSheet: WrittenCase = {
  startedOn: isoDate("2023-03-10"),
  answers: {
    V01: 1,
    V02: 1988,
    V03: 1,
    V04: 2,
    V05: 1,
    V06: 2,
    V07: 2,
    V08: 3,
    V09: [1, 2, 6],
    V10: 2,
    V11: 1,
    V12: 2,
    V13: 1,
    V16: 1,
    V19: [1, 4],
    V21: 1,
    V22: 1,
    V23: 1,
    V25: 1,
  },
  rows: [
    {
      group: "riskAssessment",
      phase: "before",
      fields: { method: 1, date: "2023-03-12", level: 2 },
    },
    {
      group: "intervention",
      phase: "during",
      fields: { type: 1, form: 2, start: "2023-03-14", end: "2023-09-01" },
    },
    {
      group: "intervention",
      phase: "during",
      fields: { type: 4, form: 1, start: "2023-03-20", end: "2023-05-15" },
    },
    {
      group: "riskAssessment",
      phase: "after",
      fields: { method: 1, date: "2023-09-08", level: 1 },
    },
  ],
  completed: ["background", "before", "during", "after"],
  closedOn: isoDate("2023-09-10"),
};
