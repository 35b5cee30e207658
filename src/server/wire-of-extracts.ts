import type { Answers } from "#codebook";
import type { Instant, IsoDate } from "#kernel";
import type { CaseHistory, CaseView } from "./wire.ts";
import type { DisposalRuleView } from "./wire-of-disposal.ts";
import type { CaseLookers } from "./wire-of-log.ts";

/** Whose paper it is, and whom the client can ask. */
type OnPaper = {
  readonly municipality: string;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly contact: string;
  readonly dataProtection: string;
};

/** GET /api/cases/:code/extract: all that is kept of one case, for the person whom it is about. */
export type CaseExtract = OnPaper & {
  readonly case: CaseView;
  readonly history: CaseHistory;
  readonly lookers: CaseLookers;
  /** Those of the history's names that are people, by their ids. */
  readonly staff: readonly string[];
  /** The client's own answers are sealed: a coordinator prints them apart. */
  readonly hasSurveyAnswers: boolean;
  /** Deliveries that left with the case in them: without its code, by a new random number. */
  readonly deliveredTo: readonly {
    readonly receiver: string;
    readonly round: string;
    readonly at: Instant;
  }[];
  /** How long it is kept; `null`: nothing has been decided. */
  readonly rule: Pick<DisposalRuleView, "years" | "decidedBy" | "decidedOn" | "reference"> | null;
  /** It is kept longer, for a reason that is not for this paper. */
  readonly isHeld: boolean;
};

/** GET /api/survey-answers/:code/extract: the client's own answers, and nothing else of the case. */
export type SurveyExtract = OnPaper & {
  readonly caseCode: string;
  readonly codebook: string;
  readonly answeredOn: IsoDate;
  readonly mode: "in-the-room" | "own-device" | "paper" | "read-aloud";
  readonly answers: Answers;
};
