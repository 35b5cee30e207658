import type { LogReviewView } from "../wire-of-log.ts";
import { field, type Stage, type TextField } from "./text-field.ts";

/** What a reviewer of the log writes of the first mark of a review, which there is something in. */
export const logTextFields: readonly TextField[] = [
  field(
    "SettleMark.note",
    async (s, note) => {
      const reason = { reason: "Kollegan är sjuk" };
      await s.colleague.request(`POST /api/cases/${s.code}/access-reasons`, reason);
      const { number, kinds } = await begunReview(s);
      const [mark] = kinds.flatMap(({ marks }) => marks);
      const settled = { verdict: "follow-up", note };
      return s.reviewer.request(
        `PUT /api/log-reviews/${number}/marks/${mark?.number ?? 0}`,
        settled,
      );
    },
    async (s) => {
      const { kinds } = await begunReview(s);
      return kinds.flatMap(({ marks }) => marks.map(({ settled }) => settled?.note));
    },
  ),
];

/** The one that is under way; nobody signs it. */
async function begunReview({ reviewer }: Stage): Promise<LogReviewView> {
  return (await (await reviewer.request("POST /api/log-reviews", {})).json()) as LogReviewView;
}
