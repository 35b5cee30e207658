import { holdsRole } from "#access";
import type { Codebook, Question } from "#codebook";
import type { Visit } from "../http/route.ts";
import { unitsInView } from "../people/unit-view.ts";
import type { FirstRunView } from "../wire-of-people.ts";

/** How far it has come is read from what there is, so that it can be left and taken up anywhere. */
export async function viewFirstRun({ tx, actor, services }: Visit): Promise<FirstRunView> {
  const [run, own] = [await tx.firstRuns.find(), await tx.municipality.find()];
  const codebook = services.codebooks.of(actor.municipality);
  const questions = questionsOf(codebook);
  const others = (await tx.people.list()).filter(
    ({ id, disabledAt }) => id !== actor.account && disabledAt === null,
  );
  return {
    municipality: { code: actor.municipality, name: own?.name ?? "" },
    units: await unitsInView(tx),
    codebook: {
      id: codebook.id,
      version: codebook.version,
      label: codebook.label.sv,
      questions: questions.length,
      reconstructed: questions.filter(isReconstructed).length,
      isSeen: run === undefined || run.codebookSeenAt !== null,
    },
    people: others.length,
    caseWorkers: others.filter((each) => holdsRole(each, ["caseWorker"])).length,
    isCaseWorker: holdsRole(actor, ["caseWorker"]),
    isUnderWay: run !== undefined && run.finishedAt === null,
  };
}

/** What somebody answers: the variables that are asked, and what is asked of each row. */
function questionsOf({ variables, groups }: Codebook): readonly Question[] {
  return [...variables.filter(({ view }) => !view), ...groups.flatMap(({ fields }) => fields)];
}

/** The question itself, or any of its answers. */
function isReconstructed({ provenance, options }: Question): boolean {
  return [provenance, ...options.map((option) => option.provenance)].some(
    (source) => source?.status === "reconstructed",
  );
}
