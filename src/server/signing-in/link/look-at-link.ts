import type { Context } from "hono";
import { refusalOf } from "../../http/refusal.ts";
import { readBody } from "../../http/request-body.ts";
import { OpenedLink } from "../../requests-of-sign-in.ts";
import type { Services } from "../../services.ts";
import type { AccountLinkView } from "../../wire-of-sign-in.ts";
import { offerCodeSeed } from "../code-seed.ts";
import { withOpenLink } from "./open-link.ts";

/** Whose it is, and what a password needs beside it. The link stays good. */
export async function lookAtLink(context: Context, services: Services): Promise<Response> {
  const body = await readBody(context, OpenedLink);
  if (body.kind === "refused") return refusalOf(body.problems);
  return withOpenLink(
    context,
    services,
    body.value.link,
    async ({ link, account, municipality }) => {
      const whose = `${account.signInName} (${municipality.name})`;
      const view: AccountLinkView = {
        purpose: link.purpose,
        name: account.displayName,
        signInName: account.signInName,
        municipality: { code: municipality.code, name: municipality.name },
        codes: await offerCodeSeed(services, link.linkHash, whose),
        providers: services.providers.of(municipality.code).map(({ id, name }) => ({ id, name })),
      };
      return Response.json(view);
    },
  );
}
