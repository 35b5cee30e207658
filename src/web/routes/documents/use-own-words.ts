import { useEffect, useRef, useState } from "react";
import type { DocumentView } from "#server";
import { sentencesOf } from "../../api/reply.ts";
import { get, request } from "../../api/request.ts";
import { type DocumentWish, pathOf } from "./document-address.ts";

type Texts = Pick<DocumentView["own"], "comments" | "talkAbout">;

export type OwnWordsState = {
  readonly texts: Texts;
  readonly change: (texts: Texts) => void;
  /** Saves what waits. @returns whether all is saved now. */
  readonly save: () => Promise<boolean>;
  readonly isWaiting: boolean;
  readonly trouble: readonly string[];
  /** What somebody else has written since the page was opened. */
  readonly theirs: DocumentView | null;
  readonly settle: (keep: "mine" | "theirs") => void;
};

/** Milliseconds without a key, and until the next try without contact. */
const pause = 800;
const patience = 5000;

/** Own words are saved as they are typed, and stay in their fields until the server has them. */
export function useOwnWords(
  wish: DocumentWish,
  first: DocumentView,
  onSaved: (view: DocumentView) => void,
): OwnWordsState {
  const [texts, setTexts] = useState<Texts>(first.own);
  const [isWaiting, setWaiting] = useState(false);
  const [trouble, setTrouble] = useState<readonly string[]>([]);
  const [theirs, setTheirs] = useState<DocumentView | null>(null);
  const now = useRef({ texts: first.own as Texts, isWaiting: false, revision: first.own.revision });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sending = useRef<Promise<boolean>>(undefined);
  const latest = useRef(save);
  latest.current = save;

  function later(milliseconds: number): void {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void latest.current(), milliseconds);
  }

  function tellWaiting(waiting: boolean): void {
    now.current.isWaiting = waiting;
    setWaiting(waiting);
  }

  function change(changed: Texts): void {
    now.current.texts = changed;
    setTexts(changed);
    tellWaiting(true);
    later(pause);
  }

  /** One request at a time: each is based on the one before. */
  async function save(): Promise<boolean> {
    clearTimeout(timer.current);
    await sending.current;
    if (!now.current.isWaiting) return true;
    sending.current = send();
    return sending.current;
  }

  async function send(): Promise<boolean> {
    const { comments, talkAbout } = now.current.texts;
    const body = { basedOn: now.current.revision, comments, talkAbout };
    const reply = await request<DocumentView>("PUT", `${pathOf(wish)}/words`, { body });
    setTrouble(sentencesOf(reply));
    if (reply.kind === "ok") {
      const { own } = reply.value;
      now.current.revision = own.revision;
      const isAll =
        comments === now.current.texts.comments && talkAbout === now.current.texts.talkAbout;
      tellWaiting(!isAll);
      onSaved(reply.value);
      if (!isAll) later(pause);
      return isAll;
    }
    if (reply.kind === "no-contact") later(patience);
    else if (reply.status === 409) await look();
    return false;
  }

  /** What stands there instead. */
  async function look(): Promise<void> {
    const reply = await get<DocumentView>(pathOf(wish));
    if (reply.kind === "ok") setTheirs(reply.value);
  }

  function settle(keep: "mine" | "theirs"): void {
    if (!theirs) return;
    const { own } = theirs;
    now.current.revision = own.revision;
    setTheirs(null);
    setTrouble([]);
    if (keep === "mine") {
      later(0);
      return;
    }
    now.current.texts = own;
    setTexts(own);
    tellWaiting(false);
    onSaved(theirs);
  }

  useEffect(() => {
    function hold(event: BeforeUnloadEvent): void {
      if (now.current.isWaiting) event.preventDefault();
    }
    addEventListener("beforeunload", hold);
    return () => {
      removeEventListener("beforeunload", hold);
      // Left for another page of ours: what was typed last goes along.
      void latest.current();
    };
  }, []);

  return { texts, change, save, isWaiting, trouble, theirs, settle };
}
