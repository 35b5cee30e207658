import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import type { LogReviewView } from "#server";
import { sentencesOf } from "../../../api/reply.ts";
import { ask } from "../../../session/signed-out.ts";
import { countsOf, leftInWords, nextUnsettled, type Verdict } from "./review-words.ts";

export type Settling = { readonly verdict: Verdict; readonly note: string };

/** A review and what is done in it. What hindered an act comes back as sentences; none: it is done. */
export function useReview(loaded: LogReviewView) {
  const navigate = useNavigate();
  const [view, setView] = useState(loaded);
  const [told, setTold] = useState("");
  const [place, setPlace] = useState<string>();

  // The form that had the focus is gone: the next thing to do has it.
  useEffect(() => {
    if (place === undefined) return;
    document.getElementById(place)?.focus();
    setPlace(undefined);
  }, [place]);

  const path = `/api/log-reviews/${view.number}`;

  async function settle(mark: number, body: Settling): Promise<readonly string[]> {
    const reply = await ask<LogReviewView>("PUT", `${path}/marks/${mark}`, { body });
    if (reply.kind !== "ok") return sentencesOf(reply);
    setView(reply.value);
    setTold(`Sparat. ${leftInWords(countsOf(reply.value))}`);
    const next = nextUnsettled(reply.value, mark);
    setPlace(next === undefined ? "signera" : markId(next));
    return [];
  }

  async function sign(): Promise<readonly string[]> {
    const reply = await ask<LogReviewView>("POST", `${path}/signature`, { body: {} });
    if (reply.kind !== "ok") return sentencesOf(reply);
    const state = { told: "Granskningen är signerad och går inte längre att ändra." };
    void navigate(`/logg/granskningar/${view.number}`, { state });
    return [];
  }

  return { view, told, settle, sign };
}

/** Of the button that opens a mark. */
export function markId(mark: number): string {
  return `rad-${mark}`;
}
