import { type Outcome, refused } from "#kernel";
import { unitExploration } from "#report";
import type { TableSpecification } from "#tabulation";
import { unitSpecifications } from "#tabulation";
import type { UnitVisit } from "../http/unit-route.ts";
import type { ExplorationChoices, ExplorationView } from "../wire-of-exploration.ts";
import { type AskedQuestion, checkOtherCodebook } from "./asked-question.ts";
import { unitPrefix } from "./explored-sets.ts";
import { chosenOf, inWords } from "./published-view.ts";
import { byPhase, firstShown, mayDivide, showChoices } from "./question-choices.ts";
import { unitQuestion } from "./unit-question.ts";

/** Counts and logs where there is something to count; what is in the way is told instead. */
export async function unitView(
  visit: UnitVisit,
  asked: AskedQuestion,
  sets: ExplorationChoices["sets"],
): Promise<ExplorationView<"internal">> {
  const { unit, actor, at, services } = visit;
  const codebook = services.codebooks.of(actor.municipality);
  const shows = showChoices(codebook, new Set(unitSpecifications(codebook).map(({ id }) => id)));
  const show = asked.show ?? firstShown(codebook, shows);
  const { answer, survey, years } = await services.exploration.ask(visit, unit, specified());
  const choices: ExplorationChoices = {
    sets,
    shows,
    divisions: byPhase(codebook, codebook.variables.filter(mayDivide)),
    times: [
      { id: "quarter", label: "Tid: kvartal" },
      { id: "half-year", label: "Tid: halvår" },
      { id: "year", label: "Tid: år" },
    ],
    periods: years,
    groups: codebook.subgroups.map(({ id, label }) => ({ id, label: label.sv })),
  };
  return {
    set: { id: unitPrefix + unit.id, kind: "unit", name: unit.name },
    codebook: codebook.id,
    countedAt: at,
    choices,
    chosen: chosenOf(unitPrefix + unit.id, { ...asked, show }),
    answer:
      answer.kind === "done"
        ? unitExploration(answer.value, { codebook, language: "sv" }, survey)
        : null,
    problems: answer.kind === "refused" ? inWords(answer.problems) : [],
  };

  function specified(): Outcome<TableSpecification> {
    const { codebooks } = services;
    const then = asked.codebook === null ? undefined : codebooks.get(asked.codebook);
    const moved = checkOtherCodebook([show, asked.by], then, codebook, asked.codebook);
    return moved.length > 0 ? refused(...moved) : unitQuestion(codebook, { ...asked, show });
  }
}
