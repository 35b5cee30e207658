import type { Language } from "#kernel";
import type { FigureResponse } from "../figure.ts";
import { leastForShares } from "../small-numbers.ts";
import { responseWordsOf } from "../words/response/response-words.ts";
import type { ToldResponse } from "../words/response/told-response.ts";

/**
 * Inside the unit: counted from what the cases say of the survey, which the unit knows case by case, and
 * never from what was answered. So it is of today, where the figures wait for their five.
 */
export function unitResponse(
  counted: ToldResponse | undefined,
  language: Language,
): FigureResponse | null {
  if (!counted || counted.closed === 0) return null;
  const words = responseWordsOf(language);
  const rate = words.rate(counted, leastForShares, null);
  const { closed, offered, answered } = counted;
  return { closed, offered, answered, sentence: `${rate} ${words.byFives}` };
}
