/** What a line may not end within: «25–34», «38 procent». */
const kept = /(\d+–\d+|\d+ procent)/;

/** A title in which numbers stay with what they belong to. */
export function KeptTogether({ text }: { readonly text: string }) {
  return text.split(kept).map((part, index) =>
    kept.test(part) ? (
      // The parts have no names of their own, and all come anew at once.
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <span key={index} className="kept-together">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
