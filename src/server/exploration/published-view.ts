import type { Codebook } from "#codebook";
import { type Problem, problemSentence } from "#kernel";
import { publishedExploration } from "#report";
import type {
  ExplorationChoices,
  ExplorationView,
  ExploredQuestion,
} from "../wire-of-exploration.ts";
import { type AskedQuestion, checkOtherCodebook } from "./asked-question.ts";
import { crossingsIn, dividingIn, type ExploredSet, heldOfGroup } from "./explored-set.ts";
import { publishedQuestion } from "./published-question.ts";
import { byPhase, firstShown, showChoices } from "./question-choices.ts";

type Then = (id: string) => Codebook | undefined;

/** @param codebookOf the codebook of an old question. */
export function publishedView(
  set: ExploredSet,
  asked: AskedQuestion,
  sets: ExplorationChoices["sets"],
  codebookOf: Then,
): ExplorationView<"safe"> {
  const { codebook } = set;
  const choices = choicesOf(set, sets);
  const show = asked.show ?? firstShown(codebook, choices.shows);
  const then = asked.codebook === null ? undefined : codebookOf(asked.codebook);
  const moved = checkOtherCodebook([show, asked.by], then, codebook, asked.codebook);
  const question = moved.length > 0 ? null : publishedQuestion(set, { ...asked, show });
  const problems = question?.kind === "refused" ? question.problems : moved;
  return {
    set: set.set,
    codebook: codebook.id,
    countedAt: null,
    choices,
    chosen: chosenOf(set.set.id, { ...asked, show }),
    answer: question?.kind === "done" ? publishedExploration(set, question.value, "sv") : null,
    problems: inWords(problems),
  };
}

function choicesOf(set: ExploredSet, sets: ExplorationChoices["sets"]): ExplorationChoices {
  const { codebook, groups } = set;
  const dividing = new Set([...dividingIn(set).keys(), ...crossingsIn(set).map(({ by }) => by)]);
  return {
    sets,
    shows: showChoices(codebook, heldOfGroup(set, null)),
    divisions: byPhase(
      codebook,
      codebook.variables.filter(({ id }) => dividing.has(id)),
    ),
    times: [],
    periods: [],
    groups: groups
      .filter(({ id }) => heldOfGroup(set, id).size > 0)
      .map(({ id, label }) => ({ id, label: label.sv })),
  };
}

export function chosenOf(
  set: string,
  { show, by, time, period, group }: AskedQuestion & { readonly show: string },
): ExploredQuestion {
  return { set, show, by, time, period, group };
}

export function inWords(problems: readonly Problem[]): ExplorationView["problems"] {
  return problems.map((found) => ({ ...found, sentence: problemSentence(found, "sv") }));
}
