import { number } from "../english-grammar.ts";
import { among, howMany, noun } from "./english-counted.ts";
import type { Counted, TalkWords } from "./told-findings.ts";

export const englishTalk: TalkWords = {
  recognise: "Does the picture agree with what you meet in your work?",
  few: ({ noun }) =>
    noun === "client"
      ? "How can more clients be heard?"
      : `What do you know about these ${several(noun)} that the numbers do not show?`,
  nothingYet: "What do you hope to learn when the answers come?",
  missing: (told, counted) =>
    told.count === told.total
      ? `What is the reason that ${howMany(told.total, counted)} ${told.total === 1 ? "lacks" : "lack"} an answer?`
      : `What is the reason that the answer is missing in ${among(told, { ...counted, kind: "all" })}?`,
  smallResponse: "Which clients have you not heard from, and what might they say?",
  unknown: (told, labels, counted) => {
    const answer = labels.map((label) => `“${label}”`).join(" or ");
    if (counted.noun === "client") {
      return `What may it mean that so many clients answer ${answer}?`;
    }
    if (told.count === told.total) {
      return `What would you need to get to know it in these ${several(counted.noun)}?`;
    }
    const where =
      told.count === 1
        ? `the ${noun(1, counted)}`
        : `the ${number(told.count)} ${noun(2, counted)}`;
    return `What would you need to get to know it in ${where} where the answer is ${answer}?`;
  },
  allSame: ({ noun }) =>
    noun === "client"
      ? "All clients answer the same: what may they have wanted to say that the question does not catch?"
      : `All ${several(noun)} have the same answer: do they differ in ways that the question does not catch?`,
  smallSubgroup: "What in this group do you need to talk about case by case, instead of in shares?",
  difference:
    "What may lie behind the difference: who seeks support, how you ask, or how you register?",
  noDifference: "Had you expected a difference, and if so, why?",
};

/** Rows of a group belong to cases too. */
function several(noun: Counted["noun"]): string {
  return noun === "meeting" ? "meetings" : "cases";
}
