import { redirect } from "react-router";
import type { FirstRunView, PeopleView, SignInOptions } from "#server";
import { get } from "../../api/request.ts";
import { loaded } from "../../routing/loaded.ts";
import { type GuideStep, guideStep, stepToTake } from "./guide-steps.ts";

/** Before anybody is here; otherwise it goes on inside. */
export async function loadBeginning({ request }: { readonly request: Request }): Promise<null> {
  const options = loaded(await get<SignInOptions>("/api/sign-in", request.signal), request);
  if (!options.isFirstRun) throw redirect("/kom-igang/fortsatt");
  return null;
}

export type LoadedGuide = {
  readonly step: GuideStep;
  readonly view: FirstRunView;
  readonly people: PeopleView;
};

export async function loadGuide({
  request,
  params,
}: {
  readonly request: Request;
  readonly params: { readonly [name: string]: string | undefined };
}): Promise<LoadedGuide> {
  const [told, people] = await Promise.all([
    get<FirstRunView>("/api/first-run", request.signal),
    get<PeopleView>("/api/people", request.signal),
  ]);
  const view = loaded(told, request);
  const step = guideStep(params.step);
  if (!step) throw redirect(`/kom-igang/${stepToTake(view)}`);
  return { step, view, people: loaded(people, request) };
}
