import type { FirstRunView } from "#server";

/** After the municipality and the administrator, who make the first step. */
export const guideSteps = [
  { id: "enheter", name: "Enheter" },
  { id: "kodbok", name: "Frågorna" },
  { id: "personer", name: "Personer" },
  { id: "klart", name: "Första ärendet" },
] as const;
export type GuideStep = (typeof guideSteps)[number]["id"];

export function guideStep(text: string | undefined): GuideStep | undefined {
  return guideSteps.find(({ id }) => id === text)?.id;
}

export function isDone(step: GuideStep, view: FirstRunView): boolean {
  switch (step) {
    case "enheter":
      return view.units.length > 0;
    case "kodbok":
      return view.codebook.isSeen;
    case "personer":
      return view.isCaseWorker || view.caseWorkers > 0;
    case "klart":
      return !view.isUnderWay;
  }
}

/** Where it goes on, whoever comes back. */
export function stepToTake(view: FirstRunView): GuideStep {
  return guideSteps.find(({ id }) => !isDone(id, view))?.id ?? "klart";
}

export function stepAfter(step: GuideStep): GuideStep {
  const index = guideSteps.findIndex(({ id }) => id === step);
  return guideSteps[index + 1]?.id ?? "klart";
}
