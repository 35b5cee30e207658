import type { Codebook } from "#codebook";
import type { SafePanel } from "#report";
import { methodInWords } from "../../words/method-words.ts";

const sides = [
  "Andelarna är av de giltiga svaren, för kommunen, länet och riket på samma sätt. Svar kan vara sammanslagna, och då är rikets det också.",
  "En skillnad sägs bara när den är större än slumpen brukar ge. Kommunen ställs då mot alla andra, utan sina egna ärenden. Ju fler andelar sidan jämför, desto mer krävs av var och en.",
] as const;

const among = [
  "Kommunerna summeras inte: varje kommun står för sig. Lika stora är de med ungefär lika många ärenden.",
] as const;

const funnel = [
  "Varje punkt är en kommun. Ju färre svar, desto längre från riket kan slumpen föra den: det visar linjerna, som är exakta (binomialfördelningen, 95 och 99,8 procent). Den egna kommunen ingår i rikets tal.",
  "Av många kommuner hamnar ungefär en av tjugo utanför de inre linjerna utan annat skäl än slumpen. Läget i bilden säger inget om kvalitet.",
] as const;

/** How a panel is counted: what the codebook says of all that it holds, and how it is compared. */
export function methodOfComparison({ id }: SafePanel, codebook: Codebook): readonly string[] {
  const [kind = "", name] = id.includes(":") ? id.split(":") : ["", id];
  const how = { similar: among, funnel }[kind] ?? sides;
  const chapter = kind === "chapter" ? codebook.chapters.find((each) => each.id === name) : null;
  const told = chapter ? chapter.indicators : [name ?? ""];
  const what = told.flatMap((each) =>
    methodInWords({ id: each, subgroup: undefined, isOfPlace: true }, codebook),
  );
  return [...new Set(what), ...how];
}
