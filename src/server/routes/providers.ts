import { publicRoute, type Route } from "../http/route.ts";
import { goToProvider } from "../signing-in/providers/go-to-provider.ts";
import { returnFromProvider } from "../signing-in/providers/return-from-provider.ts";

/** Coming in by whom the municipality trusts to say who people are. */
export const providerRoutes: readonly Route[] = [
  publicRoute("GET /logga-in/via/:provider", goToProvider),
  publicRoute("GET /logga-in/klar", returnFromProvider),
];
