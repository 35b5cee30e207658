import { useCallback, useEffect, useRef, useState } from "react";
import { type Instant, systemClock } from "#kernel";
import type { RegistrationSessionView } from "#server";
import { type Reply, sentencesOf } from "../../api/reply.ts";
import type { Method } from "../../api/request.ts";
import { ask, useSignedOut } from "../../session/signed-out.ts";
import { type SessionPlace, sessionAddress } from "./session-place.ts";

/** Milliseconds between two looks. */
const pace = 4000;

export type LiveSession = {
  /** As it was last heard of; `undefined` until then. */
  readonly view: RegistrationSessionView | undefined;
  /** Set while there is no contact: when it was last heard of. */
  readonly lostSince: Instant | undefined;
  /** What could not be done, in sentences; empty when all went well. */
  readonly problems: readonly string[];
  /** A change that answers with the session as it then is. */
  readonly act: (method: Method, rest: string, body?: unknown) => Promise<boolean>;
  /** A request that answers with something else. */
  readonly askFor: <Value>(method: Method, rest: string) => Promise<Value | undefined>;
};

/**
 * The session as it is right now: looked at again every few seconds while the page is in sight. Lost
 * contact keeps what was last heard; a session that is closed is not asked about any more.
 */
export function useLiveSession(place: SessionPlace, first?: RegistrationSessionView): LiveSession {
  const address = sessionAddress(place);
  const [view, setView] = useState(first);
  const [heardAt, setHeardAt] = useState<Instant>(systemClock.now);
  const [isLost, setLost] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);
  // A look that began before a change was carried out must not undo what the change answered.
  const changes = useRef(0);
  const isOut = useSignedOut();
  const isOver = view !== undefined && view.closedAt !== null;

  const hear = useCallback((told: RegistrationSessionView) => {
    setView(told);
    setHeardAt(systemClock.now());
    setLost(false);
  }, []);

  useEffect(() => {
    if (isOut || isOver) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let looking = new AbortController();

    async function look(): Promise<void> {
      looking = new AbortController();
      const { signal } = looking;
      const known = changes.current;
      const reply = await ask<RegistrationSessionView>("GET", address, {
        signal,
        isBackground: true,
      });
      if (signal.aborted) return;
      if (reply.kind !== "ok") setLost(true);
      else if (known === changes.current) hear(reply.value);
      timer = setTimeout(() => void look(), pace);
    }
    function stop(): void {
      clearTimeout(timer);
      looking.abort();
    }
    function onSight(): void {
      stop();
      if (!document.hidden) void look();
    }

    onSight();
    document.addEventListener("visibilitychange", onSight);
    window.addEventListener("online", onSight);
    return () => {
      stop();
      document.removeEventListener("visibilitychange", onSight);
      window.removeEventListener("online", onSight);
    };
  }, [address, isOut, isOver, hear]);

  async function send<Value>(method: Method, rest: string, body?: unknown): Promise<Reply<Value>> {
    const reply = await ask<Value>(method, `${address}${rest}`, body === undefined ? {} : { body });
    changes.current += 1;
    setProblems(sentencesOf(reply));
    return reply;
  }

  async function act(method: Method, rest: string, body?: unknown): Promise<boolean> {
    const reply = await send<RegistrationSessionView>(method, rest, body);
    if (reply.kind === "ok") hear(reply.value);
    return reply.kind === "ok";
  }

  async function askFor<Value>(method: Method, rest: string): Promise<Value | undefined> {
    const reply = await send<Value>(method, rest);
    return reply.kind === "ok" ? reply.value : undefined;
  }

  return { view, lostSince: isLost ? heardAt : undefined, problems, act, askFor };
}
