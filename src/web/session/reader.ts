import type { SessionView, SignInOptions } from "#server";
import { get } from "../api/request.ts";
import { hasUnsaved } from "../saving/save-queue.ts";
import { saving } from "../saving/use-saving.ts";
import { accountHere } from "./account-here.ts";

/** The route that holds the pages which anybody may read. */
export const readerRoute = "reader";

/** Whoever reads a page that needs no account: signed in, or not and perhaps without contact. */
export type Reader = { readonly session?: SessionView; readonly options?: SignInOptions };

/** Never sends anybody to the sign-in page: it is there that the handbook may be needed. */
export async function loadReader({ request }: { readonly request: Request }): Promise<Reader> {
  const found = await get<SessionView>("/api/session", request.signal);
  if (found.kind === "ok" && !isForeign(found.value)) return { session: found.value };
  const options = await get<SignInOptions>("/api/sign-in", request.signal);
  return options.kind === "ok" ? { options: options.value } : {};
}

/** Somebody else's answers wait in this window: nothing around them may bear another name. */
function isForeign({ account }: SessionView): boolean {
  const here = accountHere();
  return here !== undefined && here !== account && hasUnsaved(saving.queue());
}
