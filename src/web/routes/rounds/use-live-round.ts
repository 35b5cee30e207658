import { useCallback, useEffect, useRef, useState } from "react";
import type { CompilingView, RoundView } from "#server";
import { ask, useSignedOut } from "../../session/signed-out.ts";
import { type LiveRound, roundPath } from "./round-context.ts";

/** Milliseconds between two looks: while figures are made, and otherwise. */
const paces = { running: 2000, otherwise: 30_000 } as const;

export type FirstLook = { readonly view: RoundView; readonly compiling: CompilingView };

/**
 * The round as it is right now, looked at again while the page is in sight: deliveries come when they
 * come, and figures are made on the server whoever looks. Without contact, what was last heard stays.
 */
export function useLiveRound(first: FirstLook): LiveRound {
  const [view, setView] = useState(first.view);
  const [compiling, setCompiling] = useState(first.compiling);
  // A look that began before a change was carried out must not undo what the change answered.
  const changes = useRef(0);
  const isOut = useSignedOut();
  const { id } = first.view.round;
  const isRunning = compiling.state.kind === "running";

  useEffect(() => {
    setView(first.view);
    setCompiling(first.compiling);
  }, [first]);

  useEffect(() => {
    if (isOut) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let looking = new AbortController();
    const pace = isRunning ? paces.running : paces.otherwise;

    async function look(): Promise<void> {
      looking = new AbortController();
      const options = { signal: looking.signal, isBackground: true };
      const known = changes.current;
      const [round, release] = await Promise.all([
        isRunning ? null : ask<RoundView>("GET", roundPath(id), options),
        ask<CompilingView>("GET", roundPath(id, "/release"), options),
      ]);
      if (options.signal.aborted) return;
      if (known === changes.current) {
        if (round?.kind === "ok") setView(round.value);
        if (release.kind === "ok") setCompiling(release.value);
      }
      timer = setTimeout(() => void look(), pace);
    }
    function stop(): void {
      clearTimeout(timer);
      looking.abort();
    }
    function wait(): void {
      stop();
      if (!document.hidden) timer = setTimeout(() => void look(), pace);
    }

    wait();
    document.addEventListener("visibilitychange", wait);
    return () => {
      stop();
      document.removeEventListener("visibilitychange", wait);
    };
  }, [id, isOut, isRunning]);

  const hear = useCallback((told: RoundView) => {
    changes.current += 1;
    setView(told);
  }, []);
  const hearCompiling = useCallback((told: CompilingView) => {
    changes.current += 1;
    setCompiling(told);
  }, []);
  return { view, compiling, hear, hearCompiling };
}
