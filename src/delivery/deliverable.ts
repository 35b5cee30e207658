import {
  type AnswerValue,
  ageBands,
  type Codebook,
  type PhaseId,
  phaseIds,
  type Question,
  type RepeatGroup,
} from "#codebook";

/** One question that leaves the municipality, and what its answers mean on the way back. */
export type DeliverableQuestion = {
  readonly question: Question;
  /**
   * `band`: a birth year, which leaves as the band that it falls in. `answered`: a day or a number of which
   * only leaves that it is there.
   */
  readonly form: "code" | "codes" | "band" | "number" | "quarter" | "answered";
  /** By code: an option or a missing code as an answer, or the mark of an age band. */
  readonly offered: readonly (AnswerValue | "band" | undefined)[];
  readonly exclusive: ReadonlySet<number>;
  /** The day that it is about cannot lie in the future. */
  readonly isPast: boolean;
};

export type DeliverableGroup = {
  readonly phases: ReadonlySet<PhaseId>;
  readonly fields: ReadonlyMap<string, DeliverableQuestion>;
};

/** What leaves, of one codebook: looked up by name, for every answer of every case. */
export type Deliverable = {
  readonly questions: ReadonlyMap<string, DeliverableQuestion>;
  readonly groups: ReadonlyMap<string, DeliverableGroup>;
};

/** All that may leave at all, as finely as it may. Views do not leave: they follow from the rows. */
export function deliverableOf(codebook: Codebook): Deliverable {
  const asked = codebook.variables.filter(({ view }) => !view);
  const groups = codebook.groups
    .map((group) => [group.id, deliverableGroup(group)] as const)
    .filter(([, { fields }]) => fields.size > 0);
  return { questions: deliverableQuestions(asked), groups: new Map(groups) };
}

function deliverableGroup({ phases, fields }: RepeatGroup): DeliverableGroup {
  return { phases: new Set(phases), fields: deliverableQuestions(fields) };
}

function deliverableQuestions(
  questions: readonly Question[],
): ReadonlyMap<string, DeliverableQuestion> {
  const leaving = questions.filter(({ exportLevel }) => exportLevel === "national");
  return new Map(leaving.map((question) => [question.id, deliverableQuestion(question)]));
}

function deliverableQuestion(question: Question): DeliverableQuestion {
  const offered: (AnswerValue | "band" | undefined)[] = [];
  for (const { code } of ageBands(question)) offered[code] = "band";
  for (const { code } of question.options) offered[code] = { kind: "codes", codes: [code] };
  for (const { code } of question.missing) offered[code] = { kind: "missing", code };
  const exclusive = question.options.filter((option) => option.exclusive).map(({ code }) => code);
  return {
    question,
    form: formOf(question),
    offered,
    exclusive: new Set(exclusive),
    isPast: question.dateLimits?.notAfterToday ?? false,
  };
}

function formOf({ type, ageBandCuts }: Question): DeliverableQuestion["form"] {
  switch (type) {
    case "single":
      return "code";
    case "multiple":
      return "codes";
    case "date":
      return "quarter";
    case "integer":
      return ageBandCuts ? "band" : "number";
  }
}

/** The place of each phase in the life of a case. */
export const phaseOrder: ReadonlyMap<string, number> = new Map(
  phaseIds.map((phase, index) => [phase, index]),
);
