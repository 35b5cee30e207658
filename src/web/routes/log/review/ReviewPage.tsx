import { useLoaderData, useLocation } from "react-router";
import type { LogReviewList, LogReviewView } from "#server";
import { get } from "../../../api/request.ts";
import { loaded } from "../../../routing/loaded.ts";
import { Page } from "../../../shell/Page.tsx";
import { LogNav } from "../LogNav.tsx";
import { BeginReview } from "./BeginReview.tsx";
import { EarlierReviews } from "./EarlierReviews.tsx";
import { ReviewSheet } from "./ReviewSheet.tsx";
import "./review.css";

type Loaded = { readonly list: LogReviewList; readonly review: LogReviewView | undefined };

export async function loadReviews({ request }: { readonly request: Request }): Promise<Loaded> {
  const { signal } = request;
  const list = loaded(await get<LogReviewList>("/api/log-reviews", signal), request);
  const open = list.reviews.find(({ signedAt }) => signedAt === null);
  if (!open) return { list, review: undefined };
  const review = await get<LogReviewView>(`/api/log-reviews/${open.number}`, signal);
  return { list, review: loaded(review, request) };
}

/** What somebody should look at in the log: the review that is under way, or the way to begin the next. */
export function ReviewPage() {
  const { list, review } = useLoaderData<Loaded>();
  return (
    <Page
      title="Granska loggen"
      help={help}
      lead={<p>Vem har öppnat ärenden, och fanns det skäl för det?</p>}
    >
      <LogNav />
      <div className="log-page review">
        {review ? (
          <ReviewSheet key={review.number} loaded={review} />
        ) : (
          <BeginReview next={list.next} isFirst={list.reviews.length === 0} />
        )}
        <EarlierReviews reviews={list.reviews} />
      </div>
    </Page>
  );
}

type Parameters = {
  readonly params: { readonly number?: string };
  readonly request: Request;
};

export async function loadOneReview({ params, request }: Parameters): Promise<LogReviewView> {
  const path = `/api/log-reviews/${encodeURIComponent(params.number ?? "")}`;
  return loaded(await get<LogReviewView>(path, request.signal), request);
}

/** A review as it was signed, to read and to print. */
export function OneReviewPage() {
  const review = useLoaderData<LogReviewView>();
  const { state } = useLocation();
  return (
    <Page title={`Granskning ${review.number}`} help={help}>
      <LogNav />
      <div className="log-page review">
        {state?.told && (
          <p role="status" className="told">
            {state.told}
          </p>
        )}
        <ReviewSheet key={review.number} loaded={review} />
      </div>
    </Page>
  );
}

const help = {
  sentences: [
    "Varje rad är något som någon bör titta på, och säger inte att någon har gjort fel.",
    "Öppna raden, läs vad som hände och vilket skäl som angavs, och bedöm den eller fråga chefen.",
    "När alla rader är bedömda signerar du, och nästa granskning börjar där den här slutar.",
  ],
  readMore: "logggranskning",
  keys: [
    ["Tab", "nästa rad"],
    ["Enter", "öppna raden, eller spara bedömningen"],
    ["↑ ↓", "välj bedömning"],
  ],
} as const;
