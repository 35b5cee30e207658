import { useRef, useState } from "react";
import { sentencesOf } from "../../api/reply.ts";
import type { Method } from "../../api/request.ts";
import { ask } from "../../session/signed-out.ts";

type Act = {
  readonly problem: string | undefined;
  readonly isSending: boolean;
  /** @returns what came back; `undefined`: it was refused, and `problem` says why. */
  readonly carryOut: <Value>(
    method: Method,
    path: string,
    body?: unknown,
  ) => Promise<Value | undefined>;
};

/** One change at a time, and what stood in its way. */
export function useAct(): Act {
  const [problem, setProblem] = useState<string>();
  const [isSending, setSending] = useState(false);
  const sending = useRef(false);

  async function carryOut<Value>(
    method: Method,
    path: string,
    body?: unknown,
  ): Promise<Value | undefined> {
    if (sending.current) return undefined;
    sending.current = true;
    setSending(true);
    const reply = await ask<Value>(method, path, {
      ...(body === undefined ? {} : { body }),
      // Thousands of cases take longer than a page.
      patience: 120_000,
    });
    sending.current = false;
    setSending(false);
    setProblem(reply.kind === "ok" ? undefined : sentencesOf(reply).join(" "));
    return reply.kind === "ok" ? reply.value : undefined;
  }

  return { problem, isSending, carryOut };
}
