import { useRouteLoaderData } from "react-router";
import type { SessionView } from "#server";
import { get } from "../api/request.ts";
import { loaded } from "../routing/loaded.ts";

/** The route that holds every page of a signed-in person. */
export const staffRoute = "staff";

/** Whose answers may be waiting in this window. */
let lastAccount: string | undefined;

export async function loadSession({
  request,
}: {
  readonly request: Request;
}): Promise<SessionView> {
  const session = loaded(await get<SessionView>("/api/session", request.signal), request);
  lastAccount = session.account;
  return session;
}

/** Whether answers that wait in this window may be saved by this account. */
export function ownsWhatWaits(account: string): boolean {
  return lastAccount === account;
}

/** Who is signed in, on any page within. */
export function useSession(): SessionView {
  const session = useRouteLoaderData<SessionView>(staffRoute);
  if (!session) throw new Error("used outside the pages of the signed-in");
  return session;
}
