import { createContext, useContext } from "react";
import type { Codebook, LocalContent } from "#codebook";
import type { LocalCodebook } from "#server";
import type { OwnReply } from "./own-api.ts";

export type Saved = { readonly name: string; readonly sentence: string };

/** The municipality's own questions as every part of their page sees them. */
export type Own = {
  readonly local: LocalCodebook;
  /** The draft, or what is in use where there is none. */
  readonly content: LocalContent;
  /** The common questions with the draft's after them: what conditions can name. */
  readonly world: Codebook;
  /** Coordinators and managers edit; all who register read and comment. */
  readonly mayEdit: boolean;
  /** Carries out a change; its refusal is told at the top. @returns how it then stands, if it went well. */
  readonly act: (reply: OwnReply) => Promise<LocalCodebook | undefined>;
  /** What was saved last, by the name of its part, so that it is told there. */
  readonly saved: Saved | undefined;
  readonly tellSaved: (name: string) => void;
  readonly save: (content: LocalContent) => Promise<LocalCodebook | undefined>;
};

export const OwnContext = createContext<Own | undefined>(undefined);

export function useOwn(): Own {
  const found = useContext(OwnContext);
  if (!found) throw new Error("used outside the page of own questions");
  return found;
}
