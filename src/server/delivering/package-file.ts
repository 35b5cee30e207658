import { notFound, refusal } from "../http/refusal.ts";
import type { Visit } from "../http/route.ts";
import { addressedDelivery, logDelivery } from "./addressed-delivery.ts";
import { sealDelivery } from "./seal-delivery.ts";
import { to, whyNot } from "./send-delivery.ts";

/** The same as would be sent, as a file. From then on it has left: nobody knows what becomes of a file. */
export async function packageFile(visit: Visit): Promise<Response> {
  const { tx, actor, at, services } = visit;
  const addressed = await addressedDelivery(visit);
  if (!addressed) return notFound();
  const inTheWay = whyNot(addressed);
  if (inTheWay) return refusal(inTheWay);
  const { agreed, made } = addressed;
  const { invitation, round } = agreed;
  const { sequence, sha256 } = made;
  const content = await tx.madeDeliveries.content(round, sequence);
  if (content === undefined) return notFound();
  const sealed = await sealDelivery(services, actor.municipality, invitation, content);
  const sent = { way: "file", by: actor.account, at } as const;
  if (!made.sent) await tx.madeDeliveries.send(round, sequence, sent);
  logDelivery(visit, "delivery.taken-as-file", { sequence, sha256, ...to(invitation) });
  const name = `leverans-${actor.municipality}-${round}-${sequence}.skillnad`;
  return new Response(sealed, {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename="${name}"`,
    },
  });
}
