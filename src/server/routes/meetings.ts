import { done, problem, refused } from "#kernel";
import { checkMeeting, checkPile, type TalliedDay } from "#screening";
import { refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import { type LongVisit, quietRoute, type Route } from "../http/route.ts";
import { EnterPile, NoteMeeting } from "../requests-of-screening.ts";
import { countMeetings } from "../screening/count-meetings.ts";
import { receiptFor, receiptForPile } from "../screening/receipts.ts";

/** Bytes: of a pile all forms may be different. */
const largestPile = 256 * 1024;

/**
 * Meetings are counted, and nothing is written of who did it: no line of the log, no key of the request.
 * What makes a repeat harmless is the receipt, which nobody knows but the page that drew it.
 */
export const meetingRoutes: readonly Route[] = [
  quietRoute("POST /api/campaigns/:campaign/meetings", note),
  quietRoute("POST /api/campaigns/:campaign/meetings/undo", undo),
  quietRoute("POST /api/campaigns/:campaign/piles", enterPile),
];

async function note(visit: LongVisit): Promise<Response> {
  const body = await readBody(visit.context, NoteMeeting);
  if (body.kind === "refused") return refusalOf(body.problems);
  const { receipt, ...meeting } = body.value;
  return countMeetings(visit, {
    ...meeting,
    check: (campaign, today) => checkMeeting(campaign, meeting, today),
    async count(screening, { id }, today) {
      const row: TalliedDay = { ...meeting, count: 1 };
      const noted = await screening.note(id, [row], receiptFor(receipt, id, meeting, today));
      if (noted === "other") return refused(problem("receipt-used-otherwise", "receipt"));
      return noted === "closed" ? refused(problem("campaign-closed")) : done(noted);
    },
  });
}

/** Of whoever has the receipt, and knows what was noted. */
async function undo(visit: LongVisit): Promise<Response> {
  const body = await readBody(visit.context, NoteMeeting);
  if (body.kind === "refused") return refusalOf(body.problems);
  const { receipt, ...meeting } = body.value;
  return countMeetings(visit, {
    ...meeting,
    check: (campaign, today) => checkMeeting(campaign, meeting, today),
    async count(screening, { id }, today) {
      const row: TalliedDay = { ...meeting, count: 1 };
      const undone = await screening.undo(id, row, receiptFor(receipt, id, meeting, today));
      return undone === "unknown" ? refused(problem("meeting-not-noted", "receipt")) : done(undone);
    },
  });
}

async function enterPile(visit: LongVisit): Promise<Response> {
  const body = await readBody(visit.context, EnterPile, largestPile);
  if (body.kind === "refused") return refusalOf(body.problems);
  const { receipt, ...written } = body.value;
  const pile = { ...written, number: written.number.trim() };
  const { unit, day, number } = pile;
  return countMeetings(visit, {
    unit,
    day,
    check: (campaign, today) => checkPile(campaign, pile, today),
    async count(screening, { id }, today) {
      const rows = pile.lines.map((line): TalliedDay => ({ unit, day, ...line }));
      const noted = await screening.note(id, rows, receiptForPile(receipt, id, pile, today));
      if (noted === "other") return refused(problem("pile-entered-before", "number", { number }));
      return noted === "closed" ? refused(problem("campaign-closed")) : done(noted);
    },
  });
}
