import type { PlainAnswers, PlainCase, PlainRow } from "./kit-forms.ts";

/** A case as a case system has it at the cut-off, and the line that must leave of it. */
export type RegisteredCase = {
  readonly name: string;
  /** What it shows. */
  readonly because: string;
  readonly registered: {
    readonly startedOn: string;
    /** `null`: open. */
    readonly closedOn: string | null;
    /** Phases that somebody has said are complete. */
    readonly completed: readonly string[];
    /** Whether the client has been asked, and has answered. */
    readonly survey: "not-yet-offered" | "offered" | "answered";
    /** Codes; a day as `YYYY-MM-DD`; a birth year as four digits. */
    readonly answers: PlainAnswers;
    /** In the order of entry. */
    readonly items: readonly PlainRow[];
    readonly clientAnswers: PlainAnswers;
  };
  /** Without the id, which is drawn; names may stand in any order. `null`: nothing leaves. */
  readonly line: Omit<PlainCase, "id"> | null;
};

const open = {
  startedOn: "2023-02-14",
  closedOn: null,
  completed: [],
  survey: "not-yet-offered",
  answers: {},
  items: [],
  clientAnswers: {},
} as const;
const closed = { ...open, startedOn: "2022-11-30", closedOn: "2023-04-01" } as const;
const openLine = {
  started: "2023Q1",
  closed: null,
  counts: { started: true, closed: false },
  begun: ["background"],
  answers: {},
  items: [],
} as const;
const closedLine = {
  ...{ started: "2022Q4", closed: "2023Q2", counts: { started: true, closed: true } },
  ...{ begun: ["background", "before", "during", "after"], answers: {}, items: [] },
};

/** Written by hand: what a rule says, and not what a program does. */
export const registeredCases: readonly RegisteredCase[] = [
  {
    name: "only-started",
    because: "a case without an answer is a line too; its first phase is begun",
    registered: open,
    line: openLine,
  },
  {
    name: "birth-year",
    because: "a birth year leaves as its band of age: the age reached in the year of the start",
    registered: { ...open, answers: { V01: 1, V02: 1988 } },
    line: { ...openLine, answers: { V01: 1, V02: 3 } },
  },
  {
    name: "birth-year-unknown",
    because: "a missing code leaves as it is",
    registered: { ...open, answers: { V01: 98, V02: 98, V03: 99 } },
    line: { ...openLine, answers: { V01: 98, V02: 98, V03: 99 } },
  },
  {
    name: "several-choices",
    because:
      "several choices leave in the order of their codes; a later phase is begun by an answer",
    registered: { ...open, answers: { V07: [8, 2, 5], V08: 3 } },
    line: { ...openLine, begun: ["background", "before"], answers: { V07: [2, 5, 8], V08: 3 } },
  },
  {
    name: "hidden",
    because: "an answer from before its question was hidden stays: V07 says nothing of a partner",
    registered: { ...open, answers: { V07: [5], V08: 3 } },
    line: { ...openLine, begun: ["background", "before"], answers: { V07: [5] } },
  },
  {
    name: "not-known-yet",
    because: "so does one whose question rests on another that nobody has answered",
    registered: { ...open, answers: { V08: 3 } },
    line: { ...openLine, begun: ["background", "before"] },
  },
  {
    name: "days",
    because: "a day leaves as its quarter, and what is local not at all",
    registered: {
      ...open,
      items: [
        {
          ...{ group: "riskAssessment", phase: "before" },
          answers: { method: 1, date: "2023-03-31", level: 2, ownEstimate: 3 },
        },
      ],
    },
    line: {
      ...openLine,
      begun: ["background", "before"],
      items: [
        {
          ...{ group: "riskAssessment", phase: "before" },
          answers: { method: 1, date: "2023Q1", level: 2 },
        },
      ],
    },
  },
  {
    name: "no-assessment",
    because: "where no assessment was made its day and level are not asked, and stay",
    registered: {
      ...open,
      items: [
        {
          ...{ group: "riskAssessment", phase: "before" },
          answers: { method: 8, date: "2023-03-31", level: 2 },
        },
      ],
    },
    line: {
      ...openLine,
      begun: ["background", "before"],
      items: [{ group: "riskAssessment", phase: "before", answers: { method: 8 } }],
    },
  },
  {
    name: "support",
    because: "support that was given, with its rows in the order of entry",
    registered: {
      ...open,
      completed: ["background", "before"],
      answers: { V16: 1, V19: [4, 1] },
      items: [
        {
          ...{ group: "intervention", phase: "during" },
          answers: { type: 4, form: 1, start: "2023-05-02", end: 98 },
        },
        { group: "intervention", phase: "during", answers: { type: 1, form: 99 } },
      ],
    },
    line: {
      ...openLine,
      begun: ["background", "before", "during"],
      answers: { V16: 1, V19: [1, 4] },
      items: [
        { group: "intervention", phase: "during", answers: { type: 4, form: 1 } },
        { group: "intervention", phase: "during", answers: { type: 1, form: 99 } },
      ],
    },
  },
  {
    name: "no-support",
    because: "no support: the rows from before that was said stay",
    registered: {
      ...open,
      answers: { V16: 2 },
      items: [{ group: "intervention", phase: "during", answers: { type: 4, form: 1 } }],
    },
    line: { ...openLine, begun: ["background", "before", "during"], answers: { V16: 2 } },
  },
  {
    name: "support-not-known-yet",
    because: "nobody has said whether there was support: the row leaves, and is empty",
    registered: {
      ...open,
      items: [{ group: "intervention", phase: "during", answers: { type: 4, form: 1 } }],
    },
    line: {
      ...openLine,
      begun: ["background", "before", "during"],
      items: [{ group: "intervention", phase: "during", answers: {} }],
    },
  },
  {
    name: "last-by-day",
    because:
      "assessments after the support stand in the order of their days, those without one first",
    registered: {
      ...closed,
      items: [
        {
          ...{ group: "riskAssessment", phase: "after" },
          answers: { method: 1, date: "2023-03-20", level: 1 },
        },
        {
          ...{ group: "riskAssessment", phase: "after" },
          answers: { method: 1, date: "2023-02-03", level: 3 },
        },
        {
          ...{ group: "riskAssessment", phase: "after" },
          answers: { method: 2, date: 98, level: 4 },
        },
      ],
    },
    line: {
      ...closedLine,
      items: [
        {
          ...{ group: "riskAssessment", phase: "after" },
          answers: { method: 2, date: 98, level: 4 },
        },
        {
          ...{ group: "riskAssessment", phase: "after" },
          answers: { method: 1, date: "2023Q1", level: 3 },
        },
        {
          ...{ group: "riskAssessment", phase: "after" },
          answers: { method: 1, date: "2023Q1", level: 1 },
        },
      ],
    },
  },
  {
    name: "closed-and-answered",
    because:
      "a closed case has begun all that the unit registers; the client's answers are with it",
    registered: {
      ...closed,
      survey: "answered",
      answers: { V01: 1, V22: 2 },
      clientAnswers: { V26: 1, V27: 4, V28: 98 },
    },
    line: {
      ...closedLine,
      begun: ["background", "before", "during", "after", "client"],
      answers: { V01: 1, V22: 2, V26: 1, V27: 4, V28: 98 },
    },
  },
  {
    name: "offered",
    because: "the client was asked: her phase is begun, whether or not she answers",
    registered: { ...closed, survey: "offered", answers: { V01: 2 } },
    line: {
      ...closedLine,
      begun: ["background", "before", "during", "after", "client"],
      answers: { V01: 2 },
    },
  },
  {
    name: "started-before-the-round",
    because: "started before the round and closed on its last day: it counts among the closed",
    registered: { ...open, startedOn: "2021-12-31", closedOn: "2023-12-31" },
    line: {
      ...closedLine,
      ...{ started: "2021Q4", closed: "2023Q4", counts: { started: false, closed: true } },
    },
  },
  {
    name: "of-no-round",
    because: "open since before the round: nothing of it leaves",
    registered: { ...open, startedOn: "2021-12-31", answers: { V01: 1 } },
    line: null,
  },
];
