import { wholeNumber } from "#kernel";
import { hiddenMark } from "../words/hidden-words.ts";

/** A number as it may be shown, or the one mark for what may not; aloud the mark is words. */
export function Shown({ count }: { readonly count: number | null }) {
  if (count !== null) return wholeNumber(count);
  return (
    <>
      <span aria-hidden="true">{hiddenMark}</span>
      <span className="aloud">visas inte</span>
    </>
  );
}
