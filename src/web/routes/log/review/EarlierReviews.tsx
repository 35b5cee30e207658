import { Link } from "react-router";
import { swedishDay } from "#kernel";
import type { LogReviewList } from "#server";
import { dayInWords } from "../../../words/calendar.ts";
import { periodInWords } from "./review-words.ts";

/** Those that are signed, the latest first. */
export function EarlierReviews({ reviews }: Pick<LogReviewList, "reviews">) {
  const signed = reviews.filter(({ signedAt }) => signedAt !== null);
  if (signed.length === 0) return null;
  return (
    <section aria-labelledby="tidigare-granskningar" className="stack not-printed">
      <h2 id="tidigare-granskningar">Tidigare granskningar</h2>
      <ul className="review-list">
        {signed.map(({ number, fromAt, throughAt, signedAt, signedBy }) => (
          <li key={number}>
            <Link to={`/logg/granskningar/${number}`}>
              Granskning {number}: {periodInWords(fromAt, throughAt)}
            </Link>
            {signedAt && (
              <span className="soft">
                Signerad {dayInWords(swedishDay(signedAt))} av {signedBy}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
