import {
  type CaseRecord,
  type NotOfferedReason,
  notOfferedReasons,
  type UnansweredReason,
  unansweredReasons,
} from "#registration";

/**
 * What became of the client's survey in the closed cases, from what each case says of it: never from what
 * anybody answered.
 */
export type SurveyChain = {
  readonly closed: number;
  /** Answered, declined, or without an answer. */
  readonly offered: number;
  readonly answered: number;
  readonly declined: number;
  /** Offered, and neither an answer nor a reason has come. */
  readonly waiting: number;
  /** Neither offered nor written why not. */
  readonly unsettled: number;
  /** All reasons, in their list's order. */
  readonly notOffered: readonly { readonly reason: NotOfferedReason; readonly cases: number }[];
  readonly unanswered: readonly { readonly reason: UnansweredReason; readonly cases: number }[];
};

export type SurveyCount = {
  readonly add: (record: Pick<CaseRecord, "state" | "survey" | "voided">) => void;
  readonly result: () => SurveyChain;
};

export function countSurveys(): SurveyCount {
  const states = { "not-yet-offered": 0, offered: 0, answered: 0, declined: 0, "not-offered": 0 };
  const reasons = new Map<string, number>();
  const count = (reason: string) => reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  return {
    add({ state, survey, voided }) {
      if (state !== "closed" || voided) return;
      states[survey.kind] += 1;
      if (survey.kind === "not-offered") count(`not-offered ${survey.reason}`);
      if (survey.kind === "offered" && survey.unanswered) count(`offered ${survey.unanswered}`);
    },
    result() {
      const listed = <Reason extends string>(kind: string, all: readonly Reason[]) =>
        all.map((reason) => ({ reason, cases: reasons.get(`${kind} ${reason}`) ?? 0 }));
      const unanswered = listed("offered", unansweredReasons);
      const { offered: silent, answered, declined } = states;
      return {
        closed: Object.values(states).reduce((sum, cases) => sum + cases, 0),
        offered: silent + answered + declined,
        answered,
        declined,
        waiting: silent - unanswered.reduce((sum, { cases }) => sum + cases, 0),
        unsettled: states["not-yet-offered"],
        notOffered: listed("not-offered", notOfferedReasons),
        unanswered,
      };
    },
  };
}
