import { problem } from "#kernel";
import type { StoreTrouble } from "#store";
import { refusal } from "./refusal.ts";

const troubleProblem = {
  full: problem("storage-full"),
  away: problem("database-away"),
  busy: problem("too-busy"),
} as const satisfies { readonly [trouble in StoreTrouble]: unknown };

/** Seconds, for programs in between: a browser with unsaved answers tries again by itself. */
const retryAfter = "5";

/** What somebody is told when her request failed: that it may be sent again, or that we did wrong. */
export function troubled(trouble: StoreTrouble | undefined): Response {
  if (trouble === undefined) return refusal(problem("internal-error"));
  const response = refusal(troubleProblem[trouble]);
  response.headers.set("Retry-After", retryAfter);
  return response;
}
