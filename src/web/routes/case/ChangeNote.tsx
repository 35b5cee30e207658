import { changeSights } from "#codebook";
import { changeSightsInWords } from "../../words/change-sight-words.ts";
import { useOpenCase } from "./case-context.ts";

/** Says quietly where what was measured cannot show change; nothing where it can. */
export function ChangeNote({ group }: { readonly group?: string }) {
  const { codebook, sheet, view } = useOpenCase();
  const sights = changeSights(codebook, sheet);
  const about = group === undefined ? sights : sights.filter((sight) => sight.group === group);
  const sentences = changeSightsInWords(about, view.state === "closed");
  return sentences.map((sentence) => (
    <p key={sentence} className="soft">
      {sentence}
    </p>
  ));
}
