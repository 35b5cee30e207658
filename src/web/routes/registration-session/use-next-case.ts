import { useState } from "react";
import { useNavigate } from "react-router";
import type { NextCase } from "#server";
import { caseInSession, type SessionPlace, sessionPage } from "./session-place.ts";
import type { PutOff } from "./session-words.ts";
import type { LiveSession } from "./use-live-session.ts";

export type NextSteps = {
  readonly isBusy: boolean;
  /**
   * Takes the next case, after the one at hand has been settled if it is told how. What is put off
   * with something missing is told about on the page that comes.
   */
  readonly goOn: (settled?: Settled, putOff?: PutOff) => void;
};

type Settled = { readonly code: string; readonly outcome: "done" | "later" };

/** From one case to the next; where none waits, back to the session's page. */
export function useNextCase(place: SessionPlace, { act, askFor }: LiveSession): NextSteps {
  const navigate = useNavigate();
  const [isBusy, setBusy] = useState(false);

  async function take(settled?: Settled, putOff?: PutOff): Promise<void> {
    if (settled && !(await act("PUT", "/outcome", settled))) return;
    const next = await askFor<NextCase>("POST", "/next-case");
    if (!next) return;
    const to = next.code === null ? sessionPage(place) : caseInSession(next.code, place);
    await navigate(to, { state: putOff ? { putOff } : null });
  }

  return {
    isBusy,
    goOn(settled, putOff) {
      if (isBusy) return;
      setBusy(true);
      void take(settled, putOff).finally(() => setBusy(false));
    },
  };
}
