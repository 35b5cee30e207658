import type { Answers } from "#codebook";
import type { PutQuestion, Putting } from "./put-questions.ts";
import type { SurveyForm } from "./survey-form.ts";

/** Where in her survey a client is; `number` 0 is the welcome. */
export type Place = { readonly view: "one" | "all"; readonly number: number };

type Step = "next" | "back" | "send" | "all" | "one" | "stay";

const steps: ReadonlyMap<string, Step> = new Map([
  ["nasta", "next"],
  ["tillbaka", "back"],
  ["skicka", "send"],
  ["alla", "all"],
  ["en", "one"],
]);

/** A step that nobody knows leads nowhere. */
export function readStep(form: SurveyForm): Step {
  return steps.get(form.one("steg")) ?? "stay";
}

export function readPlace(form: SurveyForm): Place {
  const number = /^\d{1,4}$/.test(form.one("fraga")) ? Number(form.one("fraga")) : 0;
  return { view: form.one("vy") === "alla" ? "all" : "one", number };
}

/** What she sees then; `send` when nothing more is asked before her answers are sent. */
export function stepTo(
  step: Step,
  { view, number }: Place,
  putting: Putting,
  answers: Answers,
): Place | "send" {
  const asked = putting.asked(answers);
  const at = (to: number): Place => ({ view, number: to });
  const later = asked.find((each) => each.number > number);
  switch (step) {
    case "next":
      return at(later?.number ?? number);
    case "back":
      return at(asked.findLast((each) => each.number < number)?.number ?? 0);
    case "all":
      return { view: "all", number };
    case "one":
      return { view: "one", number: number || (asked[0]?.number ?? 0) };
    case "send":
      // Her last answer may have made another question one of hers.
      return view === "one" && later ? at(later.number) : "send";
    case "stay":
      return { view, number };
  }
}

/** The question of the place: the one before it, where that one is not asked any more. */
export function questionAt(
  { number }: Place,
  asked: readonly PutQuestion[],
): PutQuestion | undefined {
  return asked.findLast((each) => each.number <= number);
}
