import { publicRoute, type Route } from "../http/route.ts";
import { chooseWayIn } from "../signing-in/link/choose-way-in.ts";
import { lookAtLink } from "../signing-in/link/look-at-link.ts";

/** Coming in by a one-time link. */
export const signInRoutes: readonly Route[] = [
  publicRoute("POST /api/account-link", lookAtLink),
  publicRoute("POST /api/account-link/way-in", chooseWayIn),
];
