import type { SafeCounts } from "#disclosure";
import type { FigureResponse } from "../figure.ts";
import { figureChain } from "../nation/figure-chain.ts";
import type { NationSubject } from "../nation/nation-subject.ts";
import { leastForPublishedShares } from "../small-numbers.ts";
import { responseWordsOf } from "../words/response/response-words.ts";

/**
 * From how many of the closed cases there is an answer, in numbers that are published already: the chain of
 * the client's question. Where one of them may not be shown nothing is said: the chain has its mark.
 * @param counts the question's own, over all whom the figure is about.
 */
export function publishedResponse(
  subject: NationSubject,
  counts: SafeCounts | undefined,
): FigureResponse | null {
  const { base, question, language } = subject;
  if (base.noun !== "client" || !base.isClosed || !counts || counts.kind === "cases") return null;
  // A follow-up is asked of some of those who answered: of these it tells no rate.
  if (question.condition) return null;
  const { eligible, asked, answered, valid } = figureChain(subject, counts.base);
  const told = answered === undefined ? valid : answered;
  if (eligible === null || eligible === 0 || told === null) return null;
  const response = { closed: eligible, offered: asked ?? null, answered: told };
  const { rate } = responseWordsOf(language);
  return { ...response, sentence: rate(response, leastForPublishedShares, base.subgroup) };
}
