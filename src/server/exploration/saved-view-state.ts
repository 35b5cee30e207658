import { holdsRoleInUnit, policy } from "#access";
import type { Codebook } from "#codebook";
import { type Problem, problemSentence, swedishDay, unitId } from "#kernel";
import type { SavedView } from "#store";
import type { Visit } from "../http/route.ts";
import type { ExploredQuestion, SavedViewLine } from "../wire-of-exploration.ts";
import { checkOtherCodebook } from "./asked-question.ts";
import { findSet, unitPrefix } from "./explored-sets.ts";
import { publishedQuestion } from "./published-question.ts";
import { unitQuestion } from "./unit-question.ts";

/** What a question would be counted from now, and what is in the way of it. */
export type QuestionNow = {
  readonly codebook: Codebook;
  readonly countedFrom: string;
  readonly problems: readonly Problem[];
};

/** `undefined`: there are no such figures, or they are not for this person; the two are told alike. */
export async function questionNow(
  visit: Visit,
  question: ExploredQuestion,
  then: string | null,
): Promise<QuestionNow | undefined> {
  const found = await countedNow(visit, question);
  if (!found || then === null) return found;
  const { codebooks } = visit.services;
  const names = [question.show, question.by];
  const moved = checkOtherCodebook(names, codebooks.get(then), found.codebook, then);
  return moved.length > 0 ? { ...found, problems: moved } : found;
}

async function countedNow(visit: Visit, question: ExploredQuestion) {
  const { tx, actor, services } = visit;
  const asked = { ...question, codebook: null };
  if (!question.set.startsWith(unitPrefix)) {
    const found = await findSet(visit, question.set);
    // One that cannot be read is said to be so where it is opened.
    if (found?.kind !== "done") return undefined;
    const set = found.value;
    return { ...set, problems: problemsOf(publishedQuestion(set, asked)) };
  }
  const unit = unitId(question.set.slice(unitPrefix.length));
  const { roles } = policy["GET /api/units/:unit/exploration"];
  if (!holdsRoleInUnit(actor, roles, unit) || !(await tx.units.find(unit))) return undefined;
  const codebook = services.codebooks.of(actor.municipality);
  const countedFrom = await services.exploration.countedFrom(visit, unit, codebook);
  const problems = problemsOf(unitQuestion(codebook, asked));
  return { codebook, countedFrom, problems };
}

/** What a saved view is today, in words that say what can be done. */
export async function savedViewLine(visit: Visit, view: SavedView): Promise<SavedViewLine> {
  const { id, name, at, codebook } = view;
  // Written by `SaveView` and read by nothing else.
  const question = view.question as unknown as ExploredQuestion;
  const line = { id, name, savedAt: at, question, codebook };
  const now = await questionNow(visit, question, codebook.id);
  if (!now) return { ...line, state: "gone", sentence: setIsGone };
  const [problem] = now.problems;
  if (problem) return { ...line, state: "gone", sentence: problemSentence(problem, "sv") };
  if (now.countedFrom === view.countedFrom) {
    return { ...line, state: "same", sentence: "Samma uppgifter som när vyn sparades." };
  }
  const day = swedishDay(at);
  const byOther = now.codebook.id !== codebook.id || now.codebook.version !== codebook.version;
  const counted = byOther ? ` De räknas nu enligt ${now.codebook.label.sv}.` : "";
  return {
    ...line,
    state: "changed",
    sentence: `Uppgifterna har ändrats sedan vyn sparades ${day}.${counted}`,
  };
}

const setIsGone =
  "Siffrorna som vyn bygger på finns inte, eller så får du inte se dem längre. Välj andra siffror, eller ta bort vyn.";

function problemsOf(outcome: { readonly kind: string; readonly problems?: readonly Problem[] }) {
  return outcome.kind === "refused" ? (outcome.problems ?? []) : [];
}
