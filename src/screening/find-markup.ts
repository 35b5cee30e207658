/** Tags and entities, also begun and never ended, and addresses that run something. */
const markup =
  /<[/!?]?[a-z!?-][^<>]{0,30}>?|&[a-z][a-z0-9]*;|&#[\dx]*;?|&(?:lt|gt|amp|quot)\b|(?:java|vb|live)script:|data:\S/i;

/** Characters that nobody sees, and that a browser may skip within a word. */
const unseen = /[\p{Cc}\p{Cf}]/gu;

/**
 * What in a text is more than words, also where it hides behind unseen characters or wide letters.
 * Nothing renders these texts as markup; this keeps whoever one day would from being deceived.
 */
export function findMarkup(text: string): string | undefined {
  for (const form of [text, text.normalize("NFKC").replace(unseen, "")]) {
    const found = markup.exec(form)?.[0];
    if (found !== undefined) return found.replace(unseen, "").trim();
  }
  return undefined;
}

/** Unseen characters that `checkText` lets through: joiners, soft hyphens, tags, marks of byte order. */
export function hasUnseen(text: string): boolean {
  return text.replace(/[\n\t]/g, "").search(unseen) >= 0;
}
