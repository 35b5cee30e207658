import { useEffect, useState } from "react";
import type { NotedMeeting } from "./tally-queue.ts";

export type LastMeeting = {
  readonly meeting: NotedMeeting;
  /** What was noted. */
  readonly words: readonly string[];
  readonly isUndone: boolean;
};

/** Milliseconds that the latest meeting stands on the screen, and can be taken back. */
const remembered = 60_000;

/** The latest meeting; forgotten after a minute, so that nobody who comes by reads it. */
export function useLastMeeting() {
  const [last, setLast] = useState<LastMeeting>();
  useEffect(() => {
    if (!last) return;
    const timer = setTimeout(() => setLast(undefined), remembered);
    return () => clearTimeout(timer);
  }, [last]);
  return [last, setLast] as const;
}
