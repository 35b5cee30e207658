/** For tests of the whole, which ask the app without a port. */
export { publishedNation } from "../published-nation.ts";
export { settleDays } from "../screening/settle-days.ts";
export { createTelemetry } from "../telemetry/telemetry.ts";
export { type GivenApp, givenApp, type SignedIn, send } from "./given-app.ts";
export { givenClosing, givenMeetings } from "./given-closed-campaign.ts";
export { agreeTo, anInvitation } from "./given-invitation.ts";
export { type GivenProvider, givenProvider } from "./given-provider.ts";
export { givenLink, givenWayIn, type WayIn } from "./given-way-in.ts";
