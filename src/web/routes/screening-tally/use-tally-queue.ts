import { useEffect, useSyncExternalStore } from "react";
import type { MeetingNoted } from "#server";
import type { Reply } from "../../api/reply.ts";
import { accountHere } from "../../session/account-here.ts";
import { ask, useSignedOut } from "../../session/signed-out.ts";
import { campaignPath } from "../screening/campaign-place.ts";
import type { TallyEntry, TallyQueue } from "./tally-queue.ts";
import { createTallySending } from "./tally-sending.ts";

/** One for the whole program: meetings that wait are sent on whichever page one is. In memory alone. */
export const tallySending = createTallySending({
  send,
  after: (milliseconds, callBack) => {
    const timer = setTimeout(callBack, milliseconds);
    return () => clearTimeout(timer);
  },
});

async function send({ kind, meeting }: TallyEntry): Promise<Reply<MeetingNoted>> {
  const { account, campaign, ...body } = meeting;
  // Somebody else is signed in beside: it is hers to send, when she is back.
  if (account !== accountHere()) return { kind: "no-contact" };
  const path = campaignPath(campaign, kind === "note" ? "meetings" : "meetings/undo");
  return ask<MeetingNoted>("POST", path, { body, account });
}

function askBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

let isAsking = false;
tallySending.subscribe(() => {
  const hasWaiting = tallySending.queue().waiting.length > 0;
  if (hasWaiting === isAsking) return;
  isAsking = hasWaiting;
  if (hasWaiting) {
    window.addEventListener("beforeunload", askBeforeLeaving);
    window.addEventListener("online", tallySending.retryNow);
  } else {
    window.removeEventListener("beforeunload", askBeforeLeaving);
    window.removeEventListener("online", tallySending.retryNow);
  }
});

/** What waits; goes on by itself when the person has signed in again. */
export function useTallyQueue(): TallyQueue {
  const isOut = useSignedOut();
  useEffect(() => {
    if (!isOut && tallySending.queue().trouble?.kind === "signed-out") tallySending.signedIn();
  }, [isOut]);
  return useSyncExternalStore(tallySending.subscribe, tallySending.queue);
}
