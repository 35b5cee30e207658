import type { PhaseId } from "#codebook";
import type { Instant, IsoDate, MunicipalityCode, Quarter } from "#kernel";

/**
 * A delivery is text in lines, each one JSON: the heading, one line for each case (or, where only counts
 * leave, for each table of the release), the end. So it can be read line by line, every fault has a line
 * number, and one that was cut off lacks its end.
 */
export const deliveryFormat = "skillnad-delivery/2";

/**
 * What leaves, as the agreement of the round decides once; all three come to the same release.
 * - `rows`: a `DeliveredCase` for each case, with bands of age and quarters.
 * - `coarse-rows`: the same without any time: `started` and `closed` are `null`, a day or a plain number is
 *   `"answered"` alone, and only those questions, groups and fields are there that the release's
 *   specification counts or that conditions, views and subgroups need to come out the same.
 * - `counts`: no case at all; a `DeliveredTable` for each table of the release's specification.
 */
export const deliveryLevels = ["rows", "coarse-rows", "counts"] as const;
export type DeliveryLevel = (typeof deliveryLevels)[number];

/** A round's id: it stands in addresses and in names of files. */
export const roundIdForm = /^[a-z0-9][a-z0-9-]{0,39}$/;

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
  /** The names of those whose cases are in it, in the order of the alphabet. */
  readonly units: readonly string[];
  /** How many cases they say that they had in the round, whatever was registered; `null`: nobody says. */
  readonly statedCases: number | null;
  /** From 1, for each municipality and round: the highest replaces those before it. */
  readonly sequence: number;
  readonly level: DeliveryLevel;
  /** `through` is the last day; what was registered after `cutOff` is not in the delivery. */
  readonly round: {
    readonly id: string;
    readonly from: IsoDate;
    readonly through: IsoDate;
    readonly cutOff: Instant;
  };
  /** The common codebook: what an overlay added stays in the municipality. */
  readonly codebook: { readonly id: string; readonly version: string };
  /** What the municipality has added to it, by name alone. */
  readonly overlay: { readonly id: string; readonly version: string } | null;
  /**
   * Only in a delivery that takes back those before it: no case follows, the level is `rows`, and the
   * municipality takes no part. (Without it, no case means that it had none, and takes part.)
   */
  readonly withdrawn?: true | undefined;
};

/**
 * A code of an option, of an age band or of a missing answer; several codes; a quarter; a number. In coarse
 * rows `"answered"` stands for every quarter and number: that there is one, and not which.
 */
export type DeliveredAnswer =
  | number
  | readonly number[]
  | Quarter
  | { readonly number: number }
  | "answered";
export type DeliveredAnswers = { readonly [name: string]: DeliveredAnswer };

/** Whose the file is: the sender's key says so, and nothing in the file is believed before it does. */
export const packageFormat = "skillnad-package/1";

/**
 * A delivery on its way is one file: sealed with age to the receiver's key (X25519), and within it this
 * line, a line feed, and the delivery's lines as they are. Nothing is compressed, so nothing swells.
 */
export type PackageHeading = {
  readonly format: typeof packageFormat;
  readonly sender: {
    readonly municipality: MunicipalityCode;
    /** Ed25519, 32 bytes, base64url. */
    readonly key: string;
  };
  /**
   * The age keys (`age1…`) that it was sealed to, in the order of the alphabet: what one receiver
   * could open and seal anew to another is refused there.
   */
  readonly receivers: readonly string[];
  /** Of all that follows the line: how many bytes, and their SHA-256 in hexadecimal. */
  readonly content: { readonly bytes: number; readonly sha256: string };
  /** Ed25519 over the canonical JSON of this heading without its signature; 64 bytes, base64url. */
  readonly signature: string;
};

/**
 * One case. No date, no birth year, no free text, no unit, no code; `id` is drawn anew for each
 * delivery, and the lines stand in its order, which says nothing.
 */
export type DeliveredCase = {
  /** 32 hexadecimal digits. */
  readonly id: string;
  /** In coarse rows always `null`, and in no others. */
  readonly started: Quarter | null;
  /** `null`: not closed at the cut-off; in coarse rows always. */
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

/**
 * One table of the release's specification (`nationSpecifications` of the codebook), counted among the
 * municipality's cases. Every table of it stands there once, in its order. `counts` is `null` where the
 * municipality has no case that the table is about; so a number of cases is never 0 there.
 */
export type DeliveredTable = {
  /** The specification's id: «cases started», «V07», «men:V07», «V24 by V15», «V24 as V15 among V22=1,2». */
  readonly table: string;
  readonly counts: DeliveredCounts | null;
};

/**
 * What was counted, and nothing that follows from it: no share, no interval. Whole numbers of cases; the
 * chain is [eligible, asked, answered, valid], each a part of the one before.
 */
export type DeliveredCounts =
  /** How many cases. */
  | { readonly cases: number }
  /**
   * Each code with its number: the options (or bands of age) in the codebook's order, then its missing codes,
   * then those of 97, 98 and 99 that a view came to without the codebook offering them. A question of a day
   * or a plain number has its missing codes alone.
   */
  | { readonly base: DeliveredChain; readonly rows: readonly DeliveredCount[] }
  /** Of a share: those with one of its codes; they are counted among `answered` or `valid`, as it says. */
  | { readonly base: DeliveredChain; readonly numerator: number }
  /** Of a mean: how many cases gave how many different options, from the fewest, none of them by 0 cases. */
  | { readonly base: DeliveredChain; readonly distribution: readonly DeliveredCount[] }
  /**
   * Rows as codes, in the order above; a column for each code of the other question in the same order, and
   * last the one of those without any, `null`. `counts` in the order of the rows.
   */
  | {
      readonly base: DeliveredChain;
      readonly codes: readonly number[];
      readonly columns: readonly {
        readonly code: number | null;
        readonly base: DeliveredChain;
        readonly counts: readonly number[];
      }[];
    };

export type DeliveredChain = readonly [
  eligible: number,
  asked: number,
  answered: number,
  valid: number,
];

/** A code (or a number of options), and how many cases. */
export type DeliveredCount = readonly [code: number, cases: number];

/**
 * The last line. `hash`: SHA-256, hexadecimal, over all lines before it, each with its line feed. How many
 * cases stand before it, or tables where only counts leave.
 */
export type DeliveryEnd = {
  readonly end:
    | { readonly cases: number; readonly hash: string }
    | { readonly tables: number; readonly hash: string };
};

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
  units: 200,
  statedCases: 1_000_000,
  /** No number of cases in a delivered table is higher. */
  counted: 1_000_000,
  sequence: 1_000_000,
  /** Of what a package holds before its delivery: what age writes, and our line. */
  sealBytes: 8 * 1024,
  packageHeadingBytes: 4 * 1024,
  receivers: 20,
} as const;
