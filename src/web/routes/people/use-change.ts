import { useRef, useState } from "react";
import { type Reply, sentencesOf } from "../../api/reply.ts";
import type { Method } from "../../api/request.ts";
import { ask } from "../../session/signed-out.ts";

export type Change = {
  /** Sends it once, however often the button is pressed meanwhile. */
  readonly send: <Value>(
    method: Method,
    path: string,
    body?: unknown,
  ) => Promise<Value | undefined>;
  readonly isBusy: boolean;
  /** What is wrong with one field, in words. */
  readonly problemAt: (field: string) => string | undefined;
  /** What hindered it and is about no field of the form. */
  readonly otherProblems: (fields: readonly string[]) => readonly string[];
};

/** One change at a time, and what became of the last one. A success with no content is an empty object. */
export function useChange(): Change {
  const [reply, setReply] = useState<Reply<unknown>>();
  const [isBusy, setBusy] = useState(false);
  const isSending = useRef(false);
  const problems = reply?.kind === "refused" ? reply.refusal.problems : [];

  return {
    isBusy,
    async send<Value>(method: Method, path: string, body?: unknown) {
      if (isSending.current) return undefined;
      isSending.current = true;
      setBusy(true);
      const told = await ask<Value>(method, path, body === undefined ? {} : { body });
      isSending.current = false;
      setBusy(false);
      setReply(told);
      return told.kind === "ok" ? (told.value ?? ({} as Value)) : undefined;
    },
    problemAt: (field) => problems.find(({ at }) => at === field)?.sentence,
    otherProblems(fields) {
      if (!reply || reply.kind === "ok") return [];
      if (reply.kind === "no-contact") return sentencesOf(reply);
      return problems.filter(({ at }) => !at || !fields.includes(at)).map((each) => each.sentence);
    },
  };
}
