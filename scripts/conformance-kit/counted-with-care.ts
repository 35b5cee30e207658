import type { PlainCase } from "./kit-forms.ts";

type Told = Omit<PlainCase, "id"> & {
  /** What another system may count otherwise. */
  readonly because: string;
};

const open = { started: "2023Q1", closed: null, counts: { started: true, closed: false } };
const closed = { started: "2022Q2", closed: "2023Q1", counts: { started: true, closed: true } };
const toBefore = ["background", "before"];
const toDuring = [...toBefore, "during"];
const toAfter = [...toDuring, "after"];
const toClient = [...toAfter, "client"];

function risk(phase: string, answers: PlainCase["answers"]) {
  return { group: "riskAssessment", phase, answers };
}

function intervention(answers: PlainCase["answers"]) {
  return { group: "intervention", phase: "during", answers };
}

/** Cases that real life has few of, and each of which a counter can get wrong. */
export const countedWithCare: readonly Told[] = [
  {
    because: "a case with nothing but its start is eligible, and asked of the background alone",
    ...{ ...open, begun: ["background"], answers: {}, items: [] },
  },
  {
    because: "«no information» (98) is asked and not answered; «do not know» (99) is answered",
    ...{ ...open, begun: toBefore, items: [] },
    answers: { V01: 98, V02: 98, V03: 99, V07: 98, V09: 99, V10: 98, V11: 99 },
  },
  {
    because: "V08 rests on V07, which is not answered: not eligible yet, whatever stands there",
    ...{ ...open, begun: toBefore, answers: { V01: 1, V08: 3 }, items: [] },
  },
  {
    because: "V08 rests on V07, which says otherwise: what stands there is hidden",
    ...{ ...open, begun: toBefore, answers: { V01: 2, V07: [5], V08: 4 }, items: [] },
  },
  {
    because: "one of several choices is enough for V08 to be asked; 97 is an answer and not valid",
    ...{ ...open, begun: toBefore, answers: { V01: 3, V07: [2, 4, 8], V08: 97 }, items: [] },
  },
  {
    because: "V12 rests on V04, of which somebody said 99: an answer, and none of those that ask",
    ...{ ...open, begun: toBefore, answers: { V04: 99, V12: 1 }, items: [] },
  },
  {
    because: "a set of methods is told once each, and «do not know» only where nothing else is",
    ...{ ...open, begun: toBefore, answers: { V01: 1 } },
    items: [
      risk("before", { method: 3, date: "2023Q1", level: 2 }),
      risk("before", { method: 99, date: "2023Q1", level: 4 }),
      risk("before", { method: 3, date: "2023Q2", level: 1 }),
    ],
  },
  {
    because: "the first by method, and of equal methods the one that stands first",
    ...{ ...open, begun: toBefore, answers: { V01: 1 } },
    items: [
      risk("before", { method: 4, date: "2023Q1", level: 1 }),
      risk("before", { method: 2, date: "2023Q1", level: 3 }),
      risk("before", { method: 2, date: "2023Q1", level: 4 }),
    ],
  },
  {
    because: "without an assessment (8) the level is not asked, and counts as 98 and not as 97",
    ...{ ...open, begun: toBefore, answers: { V01: 1 }, items: [risk("before", { method: 8 })] },
  },
  {
    because: "an assessment whose method nobody has told yet: neither method nor level is answered",
    ...{ ...open, begun: toBefore, answers: { V01: 1 }, items: [risk("before", { level: 3 })] },
  },
  {
    because: "all methods unknown: 99, and a level by the first row, as nothing orders them",
    ...{ ...open, begun: toBefore, answers: { V01: 1 } },
    items: [
      risk("before", { method: 99, date: 98, level: 98 }),
      risk("before", { method: 99, date: 98, level: 2 }),
    ],
  },
  {
    because: "V20 has no option 8: answered by a code that is none of its own, so not valid",
    ...{ ...open, begun: toDuring, answers: { V01: 1, V16: 2 } },
    items: [risk("during", { method: 8 })],
  },
  {
    because: "no support, so what was given as support is hidden",
    ...{ ...open, begun: toDuring, answers: { V01: 1, V16: 2, V19: [1] } },
    items: [intervention({ type: 1, form: 1 })],
  },
  {
    because: "whether there was support is not told yet, so the rows of support are not asked yet",
    ...{ ...open, begun: toDuring, answers: { V01: 2 } },
    items: [intervention({ type: 4, form: 2 })],
  },
  {
    because: "support without a row of it is asked and not answered",
    ...{ ...open, begun: toDuring, answers: { V01: 1, V11: 2, V16: 1 }, items: [] },
  },
  {
    because: "the same intervention twice is one of the distinct; a form of 99 beside 1 is nothing",
    ...{ ...open, begun: toDuring, answers: { V01: 1, V11: 2, V16: 1, V19: [11] } },
    items: [
      intervention({ type: 8, form: 1 }),
      intervention({ type: 8, form: 99 }),
      intervention({ type: 9 }),
    ],
  },
  {
    because: "the last by date, and of equal quarters the one that stands last",
    ...{ ...closed, begun: toAfter, answers: { V01: 1, V16: 2, V22: 1, V23: 99 } },
    items: [
      risk("before", { method: 1, date: "2022Q2", level: 4 }),
      risk("after", { method: 1, date: "2022Q4", level: 3 }),
      risk("after", { method: 1, date: "2023Q1", level: 2 }),
      risk("after", { method: 5, date: "2023Q1", level: 1 }),
    ],
  },
  {
    because: "a row without a date is looked at only when all lack one",
    ...{ ...closed, begun: toAfter, answers: { V01: 2, V16: 1, V22: 98, V25: 2 } },
    items: [
      risk("before", { method: 6, date: 98, level: 99 }),
      risk("after", { method: 1, date: "2022Q3", level: 4 }),
      risk("after", { method: 1, date: 98, level: 1 }),
    ],
  },
  {
    because: "started before the round and closed in it: only among the closed",
    ...{ started: "2021Q3", closed: "2022Q1", counts: { started: false, closed: true } },
    ...{ begun: toClient, items: [] },
    answers: { V01: 1, V02: 5, V11: 2, V22: 4, V26: 4, V27: 1, V28: 98, V29: 2 },
  },
  {
    because: "started in the round and closed after it: only among the started",
    ...{ started: "2023Q4", closed: null, counts: { started: true, closed: false } },
    ...{ begun: toClient, items: [] },
    answers: { V01: 1, V02: 1, V21: 3, V22: 2, V26: 1, V27: 4 },
  },
  {
    because: "the client was never asked: eligible, and not asked",
    ...{ ...closed, begun: toAfter, answers: { V01: 1, V02: 3, V21: 98, V22: 3 }, items: [] },
  },
  {
    because: "the client was asked and has not answered",
    ...{ ...closed, begun: toClient, answers: { V01: 1, V02: 3, V22: 1 }, items: [] },
  },
];
