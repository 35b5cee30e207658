import type { Context } from "hono";
import { hashAccountLink, isAccountLinkAlive, parseAccountLink } from "#access";
import { problem } from "#kernel";
import type { Account, KeptAccountLink, Municipality } from "#store";
import { refusal } from "../../http/refusal.ts";
import type { Services } from "../../services.ts";
import type { Opening } from "../open-session.ts";

/** Whose link it is, while it is good. */
export type OpenLink = Opening & {
  readonly link: KeptAccountLink;
  readonly account: Account;
  readonly municipality: Municipality;
};

/** The same answer for links that are used, too old, replaced, another's, or never were any. */
export async function withOpenLink<Answer>(
  context: Context,
  services: Services,
  written: string,
  act: (open: OpenLink) => Promise<Answer>,
): Promise<Answer | Response> {
  const parsed = parseAccountLink(written);
  const known = await services.store.municipalities();
  if (!parsed || !known.some(({ code }) => code === parsed.municipality)) return dead();
  return services.store.within(parsed.municipality, async (tx) => {
    const at = services.clock.now();
    const link = await tx.accountLinks.find(hashAccountLink(parsed));
    if (!link || !isAccountLinkAlive(link, at)) return dead();
    const account = await tx.accounts.find(link.account);
    const municipality = await tx.municipality.find();
    if (!account || !municipality || account.disabledAt !== null) return dead();
    return act({ context, services, tx, at, link, account, municipality });
  });
}

export function dead(): Response {
  return refusal(problem("account-link-dead"));
}
