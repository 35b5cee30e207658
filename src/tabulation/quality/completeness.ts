import { type Codebook, evaluate, type PhaseId, type Text, type Variable } from "#codebook";
import type { CaseRecord } from "#registration";
import { phasesBegun } from "../extract/phases-begun.ts";
import { phasesPassed } from "../extract/phases-passed.ts";

/**
 * Of the cases that have come to the question, how many have what. `asked` is the sum of the others:
 * a case that has not answered yet, in the phase that is worked on, is in none of them.
 */
export type Completeness = {
  readonly id: string;
  readonly label: Text;
  readonly phase: PhaseId;
  readonly asked: number;
  readonly answered: number;
  /** «Vet ej», «uppgift saknas»: chosen on purpose. */
  readonly missingCode: number;
  /** Nothing registered, in a phase that the case has come past. */
  readonly empty: number;
};

export type CompletenessCount = {
  readonly add: (record: CaseRecord, codebook: Codebook) => void;
  /** In the codebook's order. */
  readonly result: () => readonly Completeness[];
};

/**
 * Counts how completely the questions of a codebook are answered. Cases under other codebooks count in
 * the questions that mean the same (`concept`). The client's questions are left out: nobody but she
 * decides whether they are answered.
 */
export function countCompleteness(codebook: Codebook): CompletenessCount {
  const questions = codebook.variables
    .filter(({ phase }) => phase !== "client")
    .map((variable) => ({ variable, answered: 0, missingCode: 0, empty: 0 }));

  function add(record: CaseRecord, own: Codebook): void {
    const begun = phasesBegun(own)(record);
    const passed = phasesPassed(record, own);
    const { seenAt } = evaluate(own, record.sheet);
    const byConcept = conceptsOf(own);
    for (const question of questions) {
      const variable = byConcept.get(question.variable.concept);
      if (!variable || !begun.has(variable.phase)) continue;
      const { state, value } = seenAt({ variable: variable.id });
      if (state !== "asked" || isLeftOpen(variable, own, record)) continue;
      if (value === undefined) {
        if (passed.has(variable.phase)) question.empty++;
      } else if (value.kind === "missing") question.missingCode++;
      else question.answered++;
    }
  }

  return {
    add,
    result: () =>
      questions.map(({ variable: { id, label, phase }, answered, missingCode, empty }) => {
        const asked = answered + missingCode + empty;
        return { id, label, phase, asked, answered, missingCode, empty };
      }),
  };
}

/** No row where none is asked for, such as no new assessment during the support, is nothing missing. */
function isLeftOpen({ view }: Variable, codebook: Codebook, { sheet }: CaseRecord): boolean {
  if (!view) return false;
  const group = codebook.groups.find(({ id }) => id === view.group);
  const phases = view.phases ?? group?.phases ?? [];
  if (group?.requiredIn.some((phase) => phases.includes(phase))) return false;
  return !sheet.items.some((item) => item.group === view.group && phases.includes(item.phase));
}

const concepts = new WeakMap<Codebook, ReadonlyMap<string, Variable>>();

/** Asked for once a case, and a codebook never changes. */
function conceptsOf(codebook: Codebook): ReadonlyMap<string, Variable> {
  const known = concepts.get(codebook);
  if (known) return known;
  const made = new Map(codebook.variables.map((variable) => [variable.concept, variable]));
  concepts.set(codebook, made);
  return made;
}
