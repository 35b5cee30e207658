import { useRef, useState } from "react";
import { type Reply, sentencesOf } from "../../api/reply.ts";
import { request } from "../../api/request.ts";

/** Requests of somebody who has the secret, and is not here yet. */
export function useBeginning(secret: string) {
  const [reply, setReply] = useState<Reply<unknown>>();
  const [isBusy, setBusy] = useState(false);
  const isSending = useRef(false);
  const told = reply?.kind === "refused" ? reply.refusal.problems : [];
  const withPlace = told.filter(({ at }) => at !== undefined && at !== "secret");
  return {
    isBusy,
    problemAt: (field: string) => withPlace.find(({ at }) => at === field)?.sentence,
    problems: withPlace.length > 0 || !reply ? [] : sentencesOf(reply),
    async send<Value>(body: object): Promise<Value | undefined> {
      if (isSending.current) return undefined;
      isSending.current = true;
      setBusy(true);
      const answer = await request<Value>("POST", "/api/first-run", { body: { secret, ...body } });
      isSending.current = false;
      setBusy(false);
      setReply(answer);
      return answer.kind === "ok" ? answer.value : undefined;
    },
  };
}
