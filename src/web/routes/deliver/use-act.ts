import { useRef, useState } from "react";
import { randomId, strongRandomness } from "#kernel";
import { type Reply, sentencesOf } from "../../api/reply.ts";
import type { Method, RequestOptions } from "../../api/request.ts";
import { ask } from "../../session/signed-out.ts";

type Asked = { readonly method: Method; readonly path: string } & Pick<
  RequestOptions,
  "body" | "isFile" | "patience"
>;

export type Act = {
  /** Carries it out; without effect while something else is. What hindered it is in `sentences`. */
  readonly act: <Value>(asked: Asked) => Promise<Reply<Value> | undefined>;
  readonly isBusy: boolean;
  readonly sentences: readonly string[];
};

/** One step at a time, under the same key for every try until it has been carried out. */
export function useAct(): Act {
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const [isBusy, setBusy] = useState(false);
  const isSending = useRef(false);
  const tried = useRef<{ readonly content: string; readonly key: string }>(undefined);

  async function act<Value>(asked: Asked): Promise<Reply<Value> | undefined> {
    if (isSending.current) return undefined;
    isSending.current = true;
    setBusy(true);
    setSentences([]);
    const { method, path, ...options } = asked;
    const content = JSON.stringify([method, path, contentOf(options.body)]);
    if (tried.current?.content !== content) {
      tried.current = { content, key: randomId(strongRandomness) };
    }
    const reply = await ask<Value>(method, path, { ...options, idempotencyKey: tried.current.key });
    isSending.current = false;
    setBusy(false);
    setSentences(sentencesOf(reply));
    if (reply.kind === "ok") tried.current = undefined;
    return reply;
  }

  return { act, isBusy, sentences };
}

/** Two files of the same name, size and time are the same. */
function contentOf(body: unknown): unknown {
  return body instanceof File ? [body.name, body.size, body.lastModified] : body;
}
