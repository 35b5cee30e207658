import { useState } from "react";
import { wholeNumber } from "#kernel";
import type { LogReviewView } from "#server";
import { Notice } from "../../../ui/Notice.tsx";
import { exactMoment } from "../../../words/calendar.ts";
import { listed } from "../../../words/case-words.ts";
import { MarkLine } from "./MarkLine.tsx";
import { countsOf, leftInWords, periodInWords } from "./review-words.ts";
import { SignReview } from "./SignReview.tsx";
import { useReview } from "./use-review.ts";

/** One review: its marks rule by rule, in the order in which they happened; never by whom there are most of. */
export function ReviewSheet({ loaded }: { readonly loaded: LogReviewView }) {
  const { view, told, settle, sign } = useReview(loaded);
  const [open, setOpen] = useState<number>();
  const counts = countsOf(view);
  const isSigned = view.signedAt !== null;
  const found = view.kinds.filter(({ marks }) => marks.length > 0);
  const empty = view.kinds.filter(({ marks }) => marks.length === 0);
  return (
    <>
      <section aria-labelledby="granskningen" className="stack">
        <h2 id="granskningen" tabIndex={-1}>
          {periodInWords(view.fromAt, view.throughAt)}
        </h2>
        <p className="soft">
          {wholeNumber(view.lines)} poster i loggen. {view.begunBy} började granska{" "}
          {exactMoment(view.begunAt)}.
        </p>
        {view.signedAt && (
          <p>
            <strong>
              Signerad av {view.signedBy} {exactMoment(view.signedAt)}.
            </strong>
          </p>
        )}
        {!view.isWhole && (
          <Notice title="Granskningen är ändrad efter att den signerades.">
            <p>Någon har ändrat den utanför programmet. Kontakta er säkerhetsansvariga nu.</p>
          </Notice>
        )}
        <p className="review-left">{leftInWords(counts)}</p>
        <p role="status" className={told ? "told" : "aloud"}>
          {told}
        </p>
      </section>
      {found.map(({ kind, name, rule, marks }) => (
        <section key={kind} aria-labelledby={`regel-${kind}`} className="stack">
          <h2 id={`regel-${kind}`}>{name}</h2>
          <p className="soft review-rule">
            {rule}
            {kind === "sample" &&
              ` De är dragna bland ${wholeNumber(view.reads)}, och kan dras igen med talet ${view.seed}.`}
          </p>
          <ol className="review-list review-marks">
            {marks.map((mark) => (
              <MarkLine
                key={mark.number}
                review={view.number}
                mark={mark}
                isOpen={open === mark.number}
                isSigned={isSigned}
                onToggle={() => setOpen(open === mark.number ? undefined : mark.number)}
                onSettle={async (wish) => {
                  const trouble = await settle(mark.number, wish);
                  if (trouble.length === 0) setOpen(undefined);
                  return trouble;
                }}
              />
            ))}
          </ol>
        </section>
      ))}
      {empty.length > 0 && (
        <section aria-labelledby="inget-funnet" className="stack">
          <h2 id="inget-funnet">Inget att titta på</h2>
          <p>{listed(empty.map(({ name }) => name))}.</p>
          <details className="not-printed">
            <summary>Vad letar programmet efter?</summary>
            <dl className="review-rules">
              {empty.map(({ kind, name, rule }) => (
                <div key={kind}>
                  <dt>{name}</dt>
                  <dd>{rule}</dd>
                </div>
              ))}
            </dl>
          </details>
        </section>
      )}
      {!isSigned && <SignReview counts={counts} onSign={sign} />}
    </>
  );
}
