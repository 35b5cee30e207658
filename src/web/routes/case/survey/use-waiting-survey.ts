import { useCallback, useEffect, useState } from "react";
import { useRevalidator } from "react-router";
import type { WaitingSurvey } from "#server";
import { request } from "../../../api/request.ts";

export type Waiting = NonNullable<WaitingSurvey["waiting"]>;

type Looked = {
  /** `undefined`: not known yet. */
  readonly waiting: Waiting | null | undefined;
  readonly lookAgain: () => Promise<void>;
};

/** Seconds between looks while the client has a way in. */
const lookEvery = 10;

/**
 * Whether the client can come in now, or has. When nothing waits any longer, the case is read again: then
 * she has answered, or her time is out.
 */
export function useWaitingSurvey(caseCode: string, isOffered: boolean): Looked {
  const [waiting, setWaiting] = useState<Waiting | null>();
  const { revalidate } = useRevalidator();
  const isWaiting = Boolean(waiting);

  const lookAgain = useCallback(async () => {
    const path = `/api/cases/${encodeURIComponent(caseCode)}/survey-invitations`;
    // The page looks by itself: neither that nor a lost contact is anything to tell.
    const reply = await request<WaitingSurvey>("GET", path, { isBackground: true });
    if (reply.kind === "ok") setWaiting(reply.value.waiting);
  }, [caseCode]);

  useEffect(() => {
    if (isOffered) void lookAgain();
    else setWaiting(null);
  }, [isOffered, lookAgain]);

  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => void lookAgain(), lookEvery * 1000);
    return () => {
      clearInterval(timer);
      void revalidate();
    };
  }, [isWaiting, lookAgain, revalidate]);
  return { waiting, lookAgain };
}
