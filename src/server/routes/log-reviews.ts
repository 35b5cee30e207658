import { addHours, checkText, type JsonValue, problem } from "#kernel";
import type { LogReview } from "#store";
import { refusal, refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import { type Route, signedInRoute, type Visit } from "../http/route.ts";
import { findMarks } from "../log-review/find-marks.ts";
import { firstReviewDays } from "../log-review/first-review-days.ts";
import { linesBehind } from "../log-review/mark-lines.ts";
import { digestOf, marksAbout, viewReview } from "../log-review/review-view.ts";
import { nameIn } from "../name-in.ts";
import { SettleMark } from "../requests-of-log.ts";
import type { LogReviewList } from "../wire-of-log.ts";

const longestNote = 500;
/** Seeds are whole numbers below 2³². */
const seeds = 0x1_0000_0000;

/** What a reviewer of the log looks at, says of it and signs. Reading and writing are logged. */
export const logReviewRoutes: readonly Route[] = [
  signedInRoute("GET /api/log-reviews", async (visit) => {
    const { tx, actor, at } = visit;
    const reviews = await tx.logReviews.list();
    const names = await tx.accounts.names();
    tx.audit.append({ at, account: actor.account, action: "log-review.listed" });
    const body: LogReviewList = {
      reviews: reviews.map(({ number, fromAt, throughAt, signedBy, signedAt }) => ({
        number,
        fromAt,
        throughAt,
        signedBy: signedBy && nameIn(names, signedBy),
        signedAt,
      })),
      next: await nextOf(visit, reviews[0]),
    };
    return Response.json(body);
  }),

  signedInRoute("POST /api/log-reviews", begin),
  signedInRoute("GET /api/log-reviews/:review", async (visit) => {
    const review = await visit.tx.logReviews.find(addressed(visit, "review"));
    if (!review) return refusal(problem("log-review-unknown", "review"));
    log(visit, "log-review.viewed", { review: review.number });
    return tell(visit, review);
  }),

  signedInRoute("GET /api/log-reviews/:review/marks/:mark", async (visit) => {
    const [review, number] = [addressed(visit, "review"), addressed(visit, "mark")];
    const marks = await visit.tx.logReviews.marks(review);
    const mark = marks.find((each) => each.number === number);
    if (!mark) return refusal(problem("log-review-unknown", "mark"));
    log(visit, "log-review.lines-read", { review, mark: number });
    return Response.json(await linesBehind(visit.tx, mark));
  }),

  signedInRoute("PUT /api/log-reviews/:review/marks/:mark", settle),
  signedInRoute("POST /api/log-reviews/:review/signature", sign),
];

/** From where the last one ended to the latest line; the first one from some days back. */
function stretchAfter({ tx, at }: Visit, last: LogReview | undefined) {
  return last
    ? tx.logReading.stretch(last.throughSequence + 1)
    : tx.logReading.stretch(1, addHours(at, -24 * firstReviewDays));
}

async function nextOf(visit: Visit, last: LogReview | undefined): Promise<LogReviewList["next"]> {
  if (last?.signedAt === null) return null;
  const stretch = await stretchAfter(visit, last);
  if (!stretch) return null;
  return {
    fromAt: stretch.first.at,
    throughAt: stretch.last.at,
    lines: stretch.last.sequence - stretch.first.sequence + 1,
    firstDays: last ? null : firstReviewDays,
  };
}

/** Who comes second gets the one that the first has begun. */
async function begin(visit: Visit): Promise<Response> {
  const { tx, actor, at, services } = visit;
  const [last] = await tx.logReviews.list();
  if (last?.signedAt === null) return tell(visit, last);
  const stretch = await stretchAfter(visit, last);
  if (!stretch) return refusal(problem("log-review-unknown", "review"));
  const seed = services.randomness.below(seeds);
  const number = (last?.number ?? 0) + 1;
  const covered = {
    fromSequence: stretch.first.sequence,
    throughSequence: stretch.last.sequence,
    fromAt: stretch.first.at,
    throughAt: stretch.last.at,
  };
  const { marks, reads } = await findMarks(tx, covered, seed);
  const review = { number, ...covered, reads, seed, begunBy: actor.account, begunAt: at };
  const isBegun = await tx.logReviews.begin(review, marks);
  if (isBegun) log(visit, "log-review.begun", { review: number, marks: marks.length });
  const begun = await tx.logReviews.find(number);
  return begun ? tell(visit, begun) : refusal(problem("log-review-unknown", "review"));
}

async function settle(visit: Visit): Promise<Response> {
  const { context, tx, actor, at } = visit;
  const body = await readBody(context, SettleMark);
  if (body.kind === "refused") return refusalOf(body.problems);
  const { verdict } = body.value;
  const note = body.value.note.trim();
  const isEmpty = verdict === "follow-up" && !/\p{L}/u.test(note);
  const problems = [
    ...checkText(note, "note", longestNote),
    ...(isEmpty ? [problem("log-review-note-needed", "note")] : []),
  ];
  if (problems.length > 0) return refusalOf(problems);
  const review = await tx.logReviews.findForUpdate(addressed(visit, "review"));
  if (!review) return refusal(problem("log-review-unknown", "review"));
  if (review.signedAt !== null) return refusal(problem("log-review-signed", "review"));
  const number = addressed(visit, "mark");
  const marks = await tx.logReviews.marks(review.number);
  const mark = marks.find((each) => each.number === number);
  if (!mark) return refusal(problem("log-review-unknown", "mark"));
  // Nobody finds herself in order. Alone in the task, she names who is to look at it.
  if (verdict === "in-order" && (await marksAbout(tx, [mark], actor.account)).has(number)) {
    return refusal(problem("log-review-own", "verdict"));
  }
  await tx.logReviews.settle(review.number, number, { verdict, note, by: actor.account, at });
  log(visit, "log-review.settled", { review: review.number, mark: number, verdict });
  return tell(visit, review);
}

/** A second signature of the same review changes nothing. */
async function sign(visit: Visit): Promise<Response> {
  const { tx, actor, at } = visit;
  const review = await tx.logReviews.findForUpdate(addressed(visit, "review"));
  if (!review) return refusal(problem("log-review-unknown", "review"));
  if (review.signedAt !== null) return tell(visit, review);
  const marks = await tx.logReviews.marks(review.number);
  const left = marks.filter(({ settled }) => settled === null).length;
  if (left > 0) return refusal(problem("log-review-unfinished", "review", { left }));
  await tx.logReviews.sign(review.number, actor.account, at);
  const signed = { ...review, signedBy: actor.account, signedAt: at };
  const digest = digestOf(signed, marks);
  const followUps = marks.filter(({ settled }) => settled?.verdict === "follow-up").length;
  log(visit, "log-review.signed", {
    review: review.number,
    marks: marks.length,
    followUps,
    digest,
  });
  const view = await viewReview(tx, signed, actor.account);
  // Its line is in the chain when the transaction ends, and not before.
  return Response.json({ ...view, isWhole: true });
}

async function tell({ tx, actor }: Visit, review: LogReview): Promise<Response> {
  return Response.json(await viewReview(tx, review, actor.account));
}

/** What is no number is a review that is not there. */
function addressed({ context }: Visit, name: "review" | "mark"): number {
  const written = context.req.param(name) ?? "";
  return /^\d{1,9}$/.test(written) ? Number(written) : 0;
}

function log(
  { tx, actor, at }: Visit,
  action: string,
  details: { readonly [name: string]: JsonValue },
): void {
  tx.audit.append({ at, account: actor.account, action, details });
}
