import type { Problem } from "#kernel";
import type { Codebook } from "../codebook.ts";
import { type Place, problemAt } from "./place.ts";

const languages = ["sv", "en"] as const;

/** Tags, entities, and the commonest marks of Markdown: texts are shown as they stand. */
const markup = /<[a-z!/][^>]*>?|&(?:[a-z]+|#\d+|#x[\da-f]+);|\*\*|\]\(/i;

/** Texts that are empty in one language, or hold markup. */
export function lintTexts(codebook: Codebook): readonly Problem[] {
  return lintPart(codebook, { pointer: "" });
}

function lintPart(part: unknown, place: Place): readonly Problem[] {
  if (Array.isArray(part)) {
    return part.flatMap((each, index) => lintPart(each, inside(each, place, String(index))));
  }
  if (typeof part !== "object" || part === null) return [];
  if ("sv" in part && "en" in part) return lintText(part, place);
  return Object.entries(part).flatMap(([key, each]) => lintPart(each, inside(each, place, key)));
}

function lintText(text: { readonly sv: unknown; readonly en: unknown }, { pointer, name }: Place) {
  const at = (language: string): Place => ({
    pointer: `${pointer}/${language}`,
    ...(name === undefined ? {} : { name }),
  });
  return languages.flatMap((language): readonly Problem[] => {
    const words = String(text[language]);
    if (words.trim() === "") {
      return [problemAt("codebook-missing-translation", at(language), { language })];
    }
    const found = markup.exec(words)?.[0];
    return found === undefined ? [] : [problemAt("codebook-markup", at(language), { found })];
  });
}

/** The nearest thing with an id gives the name; a field is named after its group. */
function inside(part: unknown, { pointer, name }: Place, key: string): Place {
  const id = typeof part === "object" && part !== null && "id" in part ? part.id : undefined;
  const named = typeof id === "string" ? (name === undefined ? id : `${name}.${id}`) : name;
  return { pointer: `${pointer}/${key}`, ...(named === undefined ? {} : { name: named }) };
}
