import { request } from "../api/request.ts";

/** Ends the session and leaves nothing of it in memory: the browser loads the sign-in page afresh. */
export async function signOut(): Promise<void> {
  await request("DELETE", "/api/session");
  window.location.replace("/logga-in");
}
