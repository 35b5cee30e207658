import { unitsOf } from "#access";
import type { Visit } from "./http/route.ts";
import type { WaitingToKeyIn } from "./wire-of-survey.ts";

/** More than ever wait at once; those who hold more begin with these. */
const mostWaiting = 200;

/** The cases that wait for a coordinator to read aloud or key in, and nothing of what they hold. */
export async function waitingSurveys({ tx, actor }: Visit): Promise<WaitingToKeyIn["surveys"]> {
  const units = unitsOf(actor, ["coordinator"]);
  const offered = await tx.cases.list({
    viewer: actor.account,
    from: 0,
    limit: mostWaiting,
    survey: "offered",
    ...(units === "all" ? {} : { owners: units }),
  });
  return offered.cases.flatMap(({ code, survey }) => {
    if (survey.kind !== "offered" || survey.unanswered !== undefined) return [];
    const { mode = "paper", on } = survey;
    // The others type themselves.
    return mode === "paper" || mode === "read-aloud"
      ? [{ caseCode: code, mode, offeredOn: on }]
      : [];
  });
}
