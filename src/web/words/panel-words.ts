import type { Codebook } from "#codebook";
import { wholeNumber } from "#kernel";
import type { Panel, ShownColumn } from "#report";
import { oneDecimal, percent } from "./counting.ts";
import { withoutTitle } from "./figure-words.ts";
import { methodInWords } from "./method-words.ts";

/** «1 204», «57 %», «2,4»; a difference with its sign: «+12», «−3», «0». */
export function numberInCell(value: number, unit: ShownColumn["unit"]): string {
  switch (unit) {
    case "count":
      return wholeNumber(value);
    case "share":
      return percent(value);
    case "mean":
      return oneDecimal(value);
    case "points":
      return withSign(Math.round(value * 100));
  }
}

function withSign(points: number): string {
  if (points === 0) return "0";
  return points > 0 ? `+${wholeNumber(points)}` : `−${wholeNumber(-points)}`;
}

/** A difference between shares says in its heading what it is counted in. */
export function columnInWords({ label, unit }: ShownColumn): string {
  const saysPoints = unit !== "points" || label.toLowerCase().includes("procentenhet");
  return saysPoints ? label : `${label} (procentenheter)`;
}

/** What stands under the title: never the title again, nor what it already names. */
export function sentencesUnderTitle({
  title,
  label,
  sentences,
}: Pick<Panel, "title" | "label" | "sentences">): readonly string[] {
  return sentences.flatMap((sentence) => {
    const rest = sentence.startsWith(title)
      ? sentence.slice(title.length).replace(/^[.!?]?\s*/, "")
      : withoutTitle(sentence, label, title);
    return rest === "" ? [] : [rest];
  });
}

/**
 * How a panel is counted, from what the codebook says of the question or the key figure that its id
 * names; a group's id stands before it: `men:V17`. Empty where it names none.
 */
export function methodOfPanel(
  { id, lane, base }: Pick<Panel, "id" | "lane" | "base">,
  codebook: Codebook,
): readonly string[] {
  const subgroup = codebook.subgroups.find((each) => id.startsWith(`${each.id}:`));
  const told = (subgroup ? id.slice(subgroup.id.length + 1) : id).replace(/ in steps$/, "");
  if (told.startsWith("change of ")) return methodOfChange;
  // Below the nation the steps between are not told, and shares are of the valid answers.
  const isOfPlace = lane === "safe" && base?.answered === undefined;
  return methodInWords({ id: told, subgroup, isOfPlace }, codebook);
}

const methodOfChange = [
  "Varje ärende jämförs med sig självt: bara ärenden som är bedömda både före och efter, med samma metod, är med. Annars skulle de som faller bort se ut som en förändring.",
  "Andelarna är av de ärenden som kan jämföras.",
];
