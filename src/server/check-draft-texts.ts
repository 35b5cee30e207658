import { placeInWords } from "#codebook";
import { checkText, type Problem, problem } from "#kernel";

const longestText = 2000;
/** Deeper than any condition that people can follow. */
const deepest = 30;

/** Every text of a draft passes here, whatever it is; whether the draft makes sense is for the linter. */
export function checkDraftTexts(content: object): readonly Problem[] {
  const found: Problem[] = [];

  function look(part: unknown, pointer: string, depth: number): void {
    if (depth > deepest) found.push(problem("malformed-request", placeInWords(pointer, content)));
    else if (typeof part === "string") lookAtText(part, pointer);
    else if (typeof part === "object" && part !== null) {
      for (const [key, each] of Object.entries(part)) {
        lookAtText(key, pointer);
        look(each, `${pointer}/${key}`, depth + 1);
      }
    }
  }

  function lookAtText(text: string, pointer: string): void {
    for (const each of checkText(text, placeInWords(pointer, content), longestText)) {
      found.push({ ...each, details: { ...each.details, pointer } });
    }
  }

  look(content, "", 0);
  return found;
}
