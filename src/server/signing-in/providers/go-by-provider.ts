import type { Context } from "hono";
import { problem } from "#kernel";
import { notFound, refusal } from "../../http/refusal.ts";
import type { Services } from "../../services.ts";
import type { ProviderWay } from "../../wire-of-sign-in.ts";
import { beginAtProvider } from "./begin-at-provider.ts";
import type { Purpose } from "./flow.ts";

/** Somebody with a one-time link shows a provider who she is; the link is used when she comes back. */
export async function goByProvider(
  context: Context,
  services: Services,
  id: string,
  link: Omit<Extract<Purpose, { kind: "link" }>, "kind">,
): Promise<Response> {
  const provider = services.providers.of(link.municipality).find((each) => each.id === id);
  if (!provider) return notFound();
  try {
    const purpose = { kind: "link", ...link } as const;
    const way: ProviderWay = {
      address: await beginAtProvider(context, services, provider, purpose),
    };
    return context.json(way);
  } catch (error) {
    services.telemetry.failed(error);
    return refusal(problem("provider-silent"));
  }
}
