import type { SignKind } from "#access";
import type { Instant, IsoDate } from "#kernel";
import type { LogView } from "./wire.ts";

/** GET /api/log-reviews · POST /api/log-reviews: begins one, and gives it as GET /api/log-reviews/:review. */
export type LogReviewList = {
  /** The latest first. */
  readonly reviews: readonly {
    readonly number: number;
    readonly fromAt: Instant;
    readonly throughAt: Instant;
    /** `null`: it is under way. */
    readonly signedBy: string | null;
    readonly signedAt: Instant | null;
  }[];
  /** What the next one would cover if it began now; `null`: one is under way, or there is nothing. */
  readonly next: {
    readonly fromAt: Instant;
    readonly throughAt: Instant;
    readonly lines: number;
    /** Nothing has been reviewed before: it reaches so many days back. */
    readonly firstDays: number | null;
  } | null;
};

/** GET /api/log-reviews/:review · PUT …/marks/:mark {verdict, note} · POST …/signature */
export type LogReviewView = {
  readonly number: number;
  readonly fromAt: Instant;
  readonly throughAt: Instant;
  readonly lines: number;
  readonly begunBy: string;
  readonly begunAt: Instant;
  readonly signedBy: string | null;
  readonly signedAt: Instant | null;
  /** It is as it was when it was signed; `true` until then. */
  readonly isWhole: boolean;
  /** The sample: how many reads there were that no rule pointed at, and what it was drawn with. */
  readonly reads: number;
  readonly seed: number;
  /** Every rule, also those that found nothing. */
  readonly kinds: readonly {
    readonly kind: SignKind | "sample";
    readonly name: string;
    readonly rule: string;
    readonly marks: readonly LogMarkView[];
  }[];
};

export type LogMarkView = {
  readonly number: number;
  /** `null`: about a case that many have opened. */
  readonly by: string | null;
  /** It is about the reviewer who asks. */
  readonly isOwn: boolean;
  /** «Öppnade 12 ärenden som var någon annans» */
  readonly sentence: string;
  readonly day: IsoDate;
  readonly lines: number;
  readonly settled: {
    readonly verdict: "in-order" | "follow-up";
    readonly note: string;
    readonly by: string;
    readonly at: Instant;
  } | null;
};

/** GET /api/log-reviews/:review/marks/:mark: the log lines behind it. */
export type LogMarkLines = {
  readonly entries: readonly (LogView["entries"][number] & {
    /** Whether the case was the person's to open then; `null`: it is about no case, or one that is gone. */
    readonly isHers: boolean | null;
    /** The reason that she had given for opening it. */
    readonly reason: string | null;
  })[];
  /** There are more than are told. */
  readonly isMore: boolean;
};

/** GET /api/cases/:code/lookers: who has opened the case, a line for each person and day, the latest first. */
export type CaseLookers = {
  readonly lookers: readonly {
    readonly by: string;
    readonly firstAt: Instant;
    readonly lastAt: Instant;
    /** `own`: it was hers, or of her unit as its manager; `open`: the unit's cases are open to each other. */
    readonly ground: "own" | "open" | "reason";
    readonly reasons: readonly string[];
    /** She was asked for a reason and gave none, or was refused; nothing was shown. */
    readonly isRefused: boolean;
  }[];
  readonly isMore: boolean;
};
