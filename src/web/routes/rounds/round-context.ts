import { createContext, useContext, useState } from "react";
import type { CompilingView, RoundView } from "#server";
import { type Reply, sentencesOf } from "../../api/reply.ts";
import type { Method, RequestOptions } from "../../api/request.ts";
import { ask } from "../../session/signed-out.ts";

/** The round as every part of its page sees it. */
export type LiveRound = {
  readonly view: RoundView;
  readonly compiling: CompilingView;
  /** What a change answered: it stands from then on. */
  readonly hear: (view: RoundView) => void;
  readonly hearCompiling: (compiling: CompilingView) => void;
};

export const RoundContext = createContext<LiveRound | undefined>(undefined);

export function useRound(): LiveRound {
  const found = useContext(RoundContext);
  if (!found) throw new Error("used outside the page of a round");
  return found;
}

/** `/api/rounds/2026/release` */
export function roundPath(round: string, rest = ""): string {
  return `/api/rounds/${encodeURIComponent(round)}${rest}`;
}

export type Change = {
  readonly isBusy: boolean;
  /** What could not be done, told where it was tried; empty when all went well. */
  readonly problems: readonly string[];
  /** @returns what was answered, if it went well. */
  readonly send: <Value>(
    method: Method,
    path: string,
    options?: RequestOptions,
  ) => Promise<Value | undefined>;
  /** A change that answers with the round as it then is. */
  readonly change: (method: Method, rest: string, options?: RequestOptions) => Promise<boolean>;
};

/** One thing at a time is sent from here; its refusal stays until the next. */
export function useChange(): Change {
  const { view, hear } = useRound();
  const [isBusy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);

  async function send<Value>(
    method: Method,
    path: string,
    options: RequestOptions = {},
  ): Promise<Value | undefined> {
    if (isBusy) return undefined;
    setBusy(true);
    const reply: Reply<Value> = await ask<Value>(method, path, options);
    setBusy(false);
    setProblems(sentencesOf(reply));
    return reply.kind === "ok" ? reply.value : undefined;
  }

  async function change(method: Method, rest: string, options?: RequestOptions): Promise<boolean> {
    const answered = await send<RoundView>(method, roundPath(view.round.id, rest), options);
    if (answered) hear(answered);
    return answered !== undefined;
  }

  return { isBusy, problems, send, change };
}
