import type { PhaseId } from "#codebook";
import type { Instant, IsoDate, MunicipalityCode, Quarter } from "#kernel";

/**
 * A delivery is text in lines, each one JSON: the heading, one line for each case, the end. So it can be
 * read case by case, every fault has a line number, and one that was cut off lacks its end.
 */
export const deliveryFormat = "skillnad-delivery/1";

/** The first line. */
export type DeliveryHeading = {
  readonly format: typeof deliveryFormat;
  /** A receiver of real deliveries refuses demo ones, and the reverse. */
  readonly kind: "demo" | "real";
  readonly municipality: {
    readonly code: MunicipalityCode;
    readonly name: string;
    /** Two digits. */
    readonly county: string;
  };
  /** `through` is the last day; what was registered after `cutOff` is not in the delivery. */
  readonly round: {
    readonly id: string;
    readonly from: IsoDate;
    readonly through: IsoDate;
    readonly cutOff: Instant;
  };
  /** The common codebook: what an overlay added stays in the municipality. */
  readonly codebook: { readonly id: string; readonly version: string };
};

/** A code of an option, of an age band or of a missing answer; several codes; a quarter; a number. */
export type DeliveredAnswer = number | readonly number[] | Quarter | { readonly number: number };
export type DeliveredAnswers = { readonly [name: string]: DeliveredAnswer };

/**
 * One case. No date, no birth year, no free text, no unit, no code; `id` is drawn anew for each
 * delivery, and the lines stand in its order, which says nothing.
 */
export type DeliveredCase = {
  /** 32 hexadecimal digits. */
  readonly id: string;
  readonly started: Quarter;
  readonly closed: Quarter | null;
  /** As a day would tell: whether it was started, and whether it was closed, within the round. */
  readonly counts: { readonly started: boolean; readonly closed: boolean };
  /** In the order that a case passes them. */
  readonly begun: readonly PhaseId[];
  readonly answers: DeliveredAnswers;
  readonly items: readonly DeliveredItem[];
};

export type DeliveredItem = {
  readonly group: string;
  readonly phase: PhaseId;
  readonly answers: DeliveredAnswers;
};

/** The last line. `hash`: SHA-256, hexadecimal, over all lines before it, each with its line feed. */
export type DeliveryEnd = { readonly end: { readonly cases: number; readonly hash: string } };

/** What no true delivery comes near: 256 MB hold about 400 000 cases, and a line about fifty rows. */
export const limits = {
  megabytes: 256,
  bytes: 256 * 1024 * 1024,
  /** What is held of a delivery beyond this is held as text: parsed, it takes three times the room. */
  parsedBytes: 32 * 1024 * 1024,
  lineKilobytes: 64,
  lineBytes: 64 * 1024,
  /** As many as registration lets one case have. */
  items: 200,
  listedProblems: 20,
} as const;
