/** What travels of a municipality's own variables. Types only. */
import type { ContentChange, LocalContent, RepeatGroup, Text } from "#codebook";
import type { Instant, Problem } from "#kernel";

/**
 * GET /api/local-codebook · PUT …/draft {basedOn, content} · DELETE …/draft?basedOn= · POST …/comments
 * {variable, text} · POST …/comments/:comment/settlement · POST …/publication {basedOn, note}:
 * every one of them answers with it. `basedOn` is the draft's revision that the browser saw, 0 where
 * there was no draft.
 */
export type LocalCodebook = {
  /** What the draft is written upon. */
  readonly common: { readonly id: string; readonly version: string };
  readonly namespace: string;
  /** Measures that ship with Skillnad and can be switched on, such as the open measure. */
  readonly measures: readonly {
    readonly id: string;
    readonly label: Text;
    readonly definition: Text;
    readonly groups: readonly RepeatGroup[];
  }[];
  /** What new cases are asked beside the common questions. */
  readonly inUse: LocalContent;
  readonly draft: {
    readonly revision: number;
    /** As the browser edits it; may be wrong until it is published. */
    readonly content: LocalContent;
    readonly by: string;
    readonly at: Instant;
    /**
     * What hinders publication, each with its Swedish sentence; `details.pointer` is a JSON pointer
     * into `content`.
     */
    readonly problems: readonly (Problem & { readonly sentence: string })[];
    /** What would be new if it were published now. */
    readonly changes: readonly ContentChange[];
  } | null;
  /** By `variable` or `group.field`: the highest code that was ever published. The next one is free. */
  readonly highestCodes: { readonly [question: string]: number };
  readonly comments: readonly {
    readonly id: string;
    readonly variable: string;
    readonly by: string;
    readonly at: Instant;
    readonly text: string;
    readonly settledAt: Instant | null;
  }[];
  /** Newest first. */
  readonly versions: readonly {
    readonly number: number;
    readonly codebook: string;
    readonly version: string;
    readonly note: string;
    readonly by: string;
    readonly at: Instant;
    readonly changes: readonly ContentChange[];
  }[];
};
