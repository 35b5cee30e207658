import { useEffect, useRef, useState } from "react";
import type { BackupsView } from "#server";
import { sentencesOf } from "../../api/reply.ts";
import type { Method } from "../../api/request.ts";
import { ask, useSignedOut } from "../../session/signed-out.ts";

/** Milliseconds between two looks while something is under way. */
const pace = 1500;

type Asked = { readonly method: Method; readonly path: string; readonly body?: unknown };

export type Backups = {
  readonly view: BackupsView;
  /** @returns what hindered it; empty: it is done, and the page shows it. */
  readonly change: (asked: Asked) => Promise<readonly string[]>;
};

/** How it is with the backups; looked at again by itself for as long as one is made or drilled. */
export function useBackups(first: BackupsView): Backups {
  const [view, setView] = useState(first);
  const isSending = useRef(false);
  const isOut = useSignedOut();
  const isUnderWay = view.underWay !== null;

  useEffect(() => {
    if (isOut || !isUnderWay) return;
    const looking = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    async function look(): Promise<void> {
      const options = { signal: looking.signal, isBackground: true };
      const reply = await ask<BackupsView>("GET", "/api/backups", options);
      if (looking.signal.aborted) return;
      if (reply.kind === "ok") setView(reply.value);
      timer = setTimeout(() => void look(), pace);
    }
    timer = setTimeout(() => void look(), pace);
    return () => {
      clearTimeout(timer);
      looking.abort();
    };
  }, [isOut, isUnderWay]);

  async function change({ method, path, body }: Asked): Promise<readonly string[]> {
    if (isSending.current) return [];
    isSending.current = true;
    const reply = await ask<BackupsView>(method, path, body === undefined ? {} : { body });
    isSending.current = false;
    if (reply.kind === "ok") setView(reply.value);
    return sentencesOf(reply);
  }

  return { view, change };
}
