import { useEffect, useEffectEvent, useRef, useState } from "react";
import { randomId, strongRandomness } from "#kernel";
import type { MeetingNoted } from "#server";
import { isSignedOut, type Reply } from "../../api/reply.ts";
import { accountHere } from "../../session/account-here.ts";
import { ask, useSignedOut } from "../../session/signed-out.ts";
import { campaignPath } from "../screening/campaign-place.ts";

/** A pile as it is sent, but for its receipt. */
export type PileBody = {
  readonly unit: string;
  readonly day: string;
  readonly number: string;
  readonly forms: number;
  readonly lines: readonly { readonly combination: string; readonly count: number }[];
};

type Sent = { readonly receipt: string; readonly body: PileBody };
type State =
  | { readonly kind: "free" }
  | {
      readonly kind: "sending" | "signed-out" | "no-contact";
      readonly sent: Sent;
      /** That came to nothing so far. */
      readonly attempts: number;
    };

const patience = [1, 2, 4, 8, 15, 30].map((seconds) => seconds * 1000);

/**
 * Sends a pile until it has had its answer, each time under the same receipt: it is counted once, however
 * often it has to be sent.
 */
export function usePileSending(campaign: string, onReply: (reply: Reply<MeetingNoted>) => void) {
  const [state, setState] = useState<State>({ kind: "free" });
  const isOut = useSignedOut();
  // One for the pile, also when it is called off and saved again: another pile takes another number.
  const receipt = useRef<Sent>(undefined);

  async function send(sent: Sent, attempts: number): Promise<void> {
    setState({ kind: "sending", sent, attempts });
    const path = campaignPath(campaign, "piles");
    const reply = await ask<MeetingNoted>("POST", path, {
      body: { receipt: sent.receipt, ...sent.body },
      account: accountHere(),
    });
    if (receipt.current !== sent) return;
    if (reply.kind === "no-contact") setState({ kind: "no-contact", sent, attempts: attempts + 1 });
    else if (isSignedOut(reply)) setState({ kind: "signed-out", sent, attempts: 0 });
    else {
      setState({ kind: "free" });
      if (reply.kind === "ok") receipt.current = undefined;
      onReply(reply);
    }
  }

  const again = useEffectEvent(() => {
    if (state.kind === "no-contact") void send(state.sent, state.attempts);
  });
  const attempts = state.kind === "free" ? 0 : state.attempts;
  const waits = state.kind === "no-contact";
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(again, patience[Math.min(attempts, patience.length) - 1]);
    window.addEventListener("online", again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("online", again);
    };
  }, [waits, attempts]);

  const afterSigningIn = useEffectEvent(() => {
    if (state.kind === "signed-out") void send(state.sent, 0);
  });
  useEffect(() => {
    if (!isOut) afterSigningIn();
  }, [isOut]);

  return {
    isBusy: state.kind !== "free",
    hasNoContact: attempts > 0,
    send(body: PileBody): void {
      const isSame = JSON.stringify(receipt.current?.body) === JSON.stringify(body);
      const sent =
        isSame && receipt.current ? receipt.current : { receipt: randomId(strongRandomness), body };
      receipt.current = sent;
      void send(sent, 0);
    },
    retryNow(): void {
      if (state.kind === "no-contact") void send(state.sent, state.attempts);
    },
    /** Back to the form; it may have been saved all the same, and its number says so. */
    stop(): void {
      setState({ kind: "free" });
    },
  };
}
