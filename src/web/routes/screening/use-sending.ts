import { useRef, useState } from "react";
import type { Refusal } from "#server";
import { type Reply, sentencesOf } from "../../api/reply.ts";
import type { Method } from "../../api/request.ts";
import { ask } from "../../session/signed-out.ts";

export type Sending = {
  /** Sends it once, however often the button is pressed meanwhile; then `undefined`. */
  readonly send: <Value>(
    method: Method,
    path: string,
    body?: unknown,
  ) => Promise<Reply<Value> | undefined>;
  readonly isBusy: boolean;
  readonly problems: Refusal["problems"];
  readonly problemAt: (field: string) => string | undefined;
  /** What hindered it and stands at none of the fields; `units.2` stands at `units`. */
  readonly otherSentences: (fields: readonly string[]) => readonly string[];
  /** Forgets what hindered it. */
  readonly clear: () => void;
};

/** One thing at a time to the server, and what hindered the last one, at its field where it has one. */
export function useSending(): Sending {
  const [reply, setReply] = useState<Reply<unknown>>();
  const [isBusy, setBusy] = useState(false);
  const isSending = useRef(false);
  const problems = reply?.kind === "refused" ? reply.refusal.problems : [];
  return {
    isBusy,
    problems,
    async send<Value>(method: Method, path: string, body?: unknown) {
      if (isSending.current) return undefined;
      isSending.current = true;
      setBusy(true);
      const told = await ask<Value>(method, path, body === undefined ? {} : { body });
      isSending.current = false;
      setBusy(false);
      setReply(told);
      return told;
    },
    problemAt(field) {
      const found = problems.filter(({ at }) => at === field).map(({ sentence }) => sentence);
      return found.join(" ") || undefined;
    },
    otherSentences(fields) {
      if (!reply) return [];
      if (reply.kind !== "refused") return sentencesOf(reply);
      const others = problems.filter(({ at = "" }) => !fields.includes(at.split(".")[0] ?? ""));
      return [...new Set(others.map(({ sentence }) => sentence))];
    },
    clear: () => setReply(undefined),
  };
}
