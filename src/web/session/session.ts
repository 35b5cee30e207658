import { redirect, useRouteLoaderData } from "react-router";
import type { SessionView } from "#server";
import { get } from "../api/request.ts";
import { loaded } from "../routing/loaded.ts";
import { hasUnsaved } from "../saving/save-queue.ts";
import { saving } from "../saving/use-saving.ts";
import { accountHere, setAccountHere } from "./account-here.ts";
import { type Reader, readerRoute } from "./reader.ts";

/** The route that holds every page of a signed-in person. */
export const staffRoute = "staff";

export async function loadSession({
  request,
}: {
  readonly request: Request;
}): Promise<SessionView> {
  const session = loaded(await get<SessionView>("/api/session", request.signal), request);
  // Somebody else signed in beside this window: what waits here is not theirs to see or to save.
  if (!ownsWhatWaits(session.account) && hasUnsaved(saving.queue())) throw redirect("/logga-in");
  setAccountHere(session.account);
  return session;
}

/** Whether answers that wait in this window may be saved by this account. */
export function ownsWhatWaits(account: string): boolean {
  return [undefined, account].includes(accountHere());
}

/** Who is signed in, on any page within. */
export function useSession(): SessionView {
  const session = useSessionIfAny();
  if (!session) throw new Error("used outside the pages of the signed-in");
  return session;
}

/** The same where nobody needs to be: on the handbook's pages and before signing in. */
export function useSessionIfAny(): SessionView | undefined {
  const staff = useRouteLoaderData<SessionView>(staffRoute);
  const reader = useRouteLoaderData<Reader>(readerRoute);
  return staff ?? reader?.session;
}
