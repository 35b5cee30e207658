import { createHash } from "node:crypto";
import { type AccountId, canonicalJson } from "#kernel";
import type { LogMark, LogReview, MunicipalityTransaction } from "#store";
import { nameIn } from "../name-in.ts";
import type { LogMarkView, LogReviewView } from "../wire-of-log.ts";
import { kindsInWords, markInWords } from "./review-words.ts";

/** @param viewer the reviewer who asks. */
export async function viewReview(
  tx: MunicipalityTransaction,
  review: LogReview,
  viewer: AccountId,
): Promise<LogReviewView> {
  const marks = await tx.logReviews.marks(review.number);
  const names = await tx.accounts.names();
  const isSigned = review.signedAt !== null;
  const digest = isSigned ? await tx.logReading.signature(review.number) : undefined;
  const { number, fromAt, throughAt, begunAt, signedAt, reads, seed } = review;
  const own = await marksAbout(tx, marks, viewer);

  function view({ number, account, day, sequences, settled, ...mark }: LogMark): LogMarkView {
    return {
      number,
      by: account === null ? null : nameIn(names, account),
      isOwn: own.has(number),
      sentence: markInWords({ number, account, day, sequences, settled, ...mark }),
      day,
      lines: sequences.length,
      settled: settled && { ...settled, by: nameIn(names, settled.by) },
    };
  }

  return {
    number,
    fromAt,
    throughAt,
    lines: review.throughSequence - review.fromSequence + 1,
    begunBy: nameIn(names, review.begunBy),
    begunAt,
    signedBy: review.signedBy && nameIn(names, review.signedBy),
    signedAt,
    isWhole: !isSigned || digest === digestOf(review, marks),
    reads,
    seed,
    kinds: kindsInWords.map((each) => ({
      ...each,
      marks: marks.filter(({ kind }) => kind === each.kind).map(view),
    })),
  };
}

/**
 * The numbers of the marks that somebody is among the people of: those about her, of the cases that many
 * have opened those that she has, and of roles and ways in those that she was given.
 */
export async function marksAbout(
  tx: MunicipalityTransaction,
  marks: readonly LogMark[],
  person: AccountId,
): Promise<ReadonlySet<number>> {
  const ofOthers = marks.filter(({ account, kind }) => account === null || kind === "power");
  const lines = await tx.logReading.lines(ofOthers.flatMap(({ sequences }) => sequences));
  const hers = new Set(
    lines
      .filter(({ account, details }) => account === person || details.account === person)
      .map(({ sequence }) => sequence),
  );
  return new Set(
    marks
      .filter((mark) => mark.account === person || mark.sequences.some((line) => hers.has(line)))
      .map(({ number }) => number),
  );
}

/** SHA-256 of all that is signed: written into the log's chain, where it cannot be changed unseen. */
export function digestOf(review: LogReview, marks: readonly LogMark[]): string {
  return createHash("sha256").update(canonicalJson({ review, marks })).digest("hex");
}
