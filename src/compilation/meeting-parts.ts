import { type Answers, type Codebook, referencesIn } from "#codebook";
import { nationSpecifications, type TableSpecification } from "#tabulation";

/** Tables that are about the same meetings, and which meetings those are. */
export type MeetingPart = {
  readonly specifications: readonly TableSpecification[];
  readonly isIn: (answers: Answers) => boolean;
};

/** All that is told of meetings. Each is over when it is noted: none is closed later. */
export function meetingSpecifications(codebook: Codebook): readonly TableSpecification[] {
  return nationSpecifications(codebook).filter(({ population }) => population === "started");
}

/**
 * What is told of all meetings; and by themselves what is asked of those whose answer to `wasAsked` is
 * this one, or that one, with all that follows from it.
 */
export function meetingParts(codebook: Codebook): readonly MeetingPart[] {
  const specifications = meetingSpecifications(codebook);
  const root = codebook.variables.find(({ concept }) => concept === "wasAsked");
  const branches = (root?.options ?? []).map(({ code }) => {
    const branch = branchFrom(root?.id ?? "", code, codebook);
    const isIn = (answers: Answers) => {
      const value = answers[root?.id ?? ""];
      return value?.kind === "codes" && value.codes.includes(code);
    };
    return { specifications: specifications.filter((each) => isAbout(each, branch)), isIn };
  });
  const apart = new Set(branches.flatMap((each) => each.specifications));
  const all = {
    specifications: specifications.filter((each) => !apart.has(each)),
    isIn: () => true,
  };
  return [all, ...branches.filter((each) => each.specifications.length > 0)];
}

/** The questions that are asked because of this answer alone, and because of theirs. */
function branchFrom(root: string, code: number, { variables }: Codebook): ReadonlySet<string> {
  const branch = new Set<string>();
  for (let size = -1; size < branch.size; ) {
    size = branch.size;
    for (const { id, condition } of variables) {
      const references = referencesIn(condition);
      const isBecause = references.every(
        (each) =>
          each.kind === "answer" &&
          (branch.has(each.variable) ||
            (each.variable === root && each.codes.join() === `${code}`)),
      );
      if (references.length > 0 && isBecause) branch.add(id);
    }
  }
  return branch;
}

function isAbout({ measure }: TableSpecification, questions: ReadonlySet<string>): boolean {
  return "variable" in measure && questions.has(measure.variable);
}
