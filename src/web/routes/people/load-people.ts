import type { PeopleView, PersonView } from "#server";
import { get } from "../../api/request.ts";
import { loaded } from "../../routing/loaded.ts";

type Loading = {
  readonly request: Request;
  readonly params: { readonly [name: string]: string | undefined };
};

export async function loadPeople({ request }: Pick<Loading, "request">): Promise<PeopleView> {
  return loaded(await get<PeopleView>("/api/people", request.signal), request);
}

export type LoadedPerson = { readonly person: PersonView; readonly view: PeopleView };

export async function loadPerson({ request, params }: Loading): Promise<LoadedPerson> {
  const path = `/api/people/${encodeURIComponent(params.account ?? "")}`;
  const [person, view] = await Promise.all([
    get<PersonView>(path, request.signal),
    get<PeopleView>("/api/people", request.signal),
  ]);
  return { person: loaded(person, request), view: loaded(view, request) };
}
