import { type Outcome, problem } from "#kernel";
import type { DeliveryToKeep, MadeDelivery } from "#store";
import { logDelivery, namesIn, roundIn, sequenceIn } from "../delivering/addressed-delivery.ts";
import { type AgreedRound, codebookOfRound, findAgreed } from "../delivering/agreed-round.ts";
import { askReceipt } from "../delivering/ask-receipt.ts";
import { checkDelivery, checkView, remarksOn } from "../delivering/check-delivery.ts";
import { deliveriesView, mayKnowFor } from "../delivering/deliveries-view.ts";
import { headingOf, madeDeliveryView, preparedView } from "../delivering/delivery-views.ts";
import { nextSequence, prepareDelivery, prepareWithdrawal } from "../delivering/keep-prepared.ts";
import { sourcesOfRound } from "../delivering/make-delivery.ts";
import { isOfMeetings, whyNoMeetingsLeave } from "../delivering/meeting-sources.ts";
import { packageFile } from "../delivering/package-file.ts";
import { sendDelivery } from "../delivering/send-delivery.ts";
import { tellChecked } from "../delivering/tell-checked.ts";
import { onlyOnce } from "../http/only-once.ts";
import { notFound, refusal, refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import { longRoute, type Route, signedInRoute, type Visit } from "../http/route.ts";
import { PrepareDelivery } from "../requests-of-deliveries.ts";

export const deliveryRoutes: readonly Route[] = [
  // Numbers and codes, and what a hash says: no answer of anybody.
  signedInRoute("GET /api/deliveries", async (visit) => {
    const view = await deliveriesView(visit);
    logDelivery(visit, "deliveries.viewed");
    return Response.json(view);
  }),
  signedInRoute("GET /api/deliveries/:round/check", check),
  signedInRoute("GET /api/deliveries/:round/:sequence", read),
  signedInRoute("POST /api/deliveries/:round/preparation", prepare),
  signedInRoute("POST /api/deliveries/:round/withdrawal", withdraw),
  longRoute("POST /api/deliveries/:round/:sequence/sending", sendDelivery),
  signedInRoute("POST /api/deliveries/:round/:sequence/package", packageFile),
  longRoute("POST /api/deliveries/:round/:sequence/receipt", askReceipt),
];

/** By the receiver's own rules, and before anything is decided: as often as somebody likes. */
async function check(visit: Visit): Promise<Response> {
  const { tx, actor, services } = visit;
  const agreed = await findAgreed(tx, roundIn(visit), false);
  if (!agreed) return notFound();
  const codebook = codebookOfRound(services.codebooks, actor.municipality, agreed.invitation);
  if (codebook.kind === "refused") return refusalOf(codebook.problems);
  const code = actor.municipality;
  const open = isOfMeetings(codebook.value) ? await whyNoMeetingsLeave(tx, agreed.invitation) : [];
  if (open.length > 0) return refusalOf(open);
  const sources = await sourcesOfRound(tx, code, agreed.invitation, codebook.value);
  const made = await tx.madeDeliveries.list(agreed.round);
  const statedCases = made[0]?.statedCases ?? null;
  const making = { level: agreed.level, sequence: 1, statedCases };
  const checked = await checkDelivery(services, sources, making);
  const remarks = remarksOn(services, sources, statedCases);
  const view = checkView({ checked, remarks }, sources.units, mayKnowFor(actor));
  const counts = { stops: checked.stops.length, remarks: remarks.length };
  logDelivery(visit, "delivery.checked", { cases: view.cases, ...counts });
  return Response.json(view);
}

async function prepare(visit: Visit): Promise<Response> {
  const body = await readBody(visit.context, PrepareDelivery);
  if (body.kind === "refused") return refusalOf(body.problems);
  const { statedCases } = body.value;
  return preparing(visit, body.value, "delivery.prepared", async (agreed, _, sequence) => {
    const kept = await prepareDelivery(visit, agreed, { sequence, statedCases });
    if (kept.kind === "done") tellChecked(visit, agreed.invitation);
    return kept;
  });
}

async function withdraw(visit: Visit): Promise<Response> {
  return preparing(visit, null, "delivery.withdrawal-prepared", (agreed, made, sequence) =>
    prepareWithdrawal(visit, agreed, made, sequence),
  );
}

/** Makes what may leave next, in place of what was made and has not left; once for each key. */
async function preparing(
  visit: Visit,
  body: unknown,
  action: string,
  make: (
    agreed: AgreedRound,
    made: readonly MadeDelivery[],
    sequence: number,
  ) => Promise<Outcome<DeliveryToKeep>>,
): Promise<Response> {
  const { tx, at } = visit;
  const agreed = await findAgreed(tx, roundIn(visit), true);
  if (!agreed) return notFound();
  const made = await tx.madeDeliveries.list(agreed.round);
  const next = nextSequence(made, at);
  // A repeat is answered also where something is on its way by now.
  const subject = next.kind === "done" ? String(next.value) : "";
  return onlyOnce(
    visit,
    body,
    subject,
    async () => {
      const kept = next.kind === "done" ? await make(agreed, made, next.value) : next;
      if (kept.kind === "refused") return { kind: "refused", response: refusalOf(kept.problems) };
      const { sequence, cases, sha256, level, statedCases } = kept.value;
      logDelivery(visit, action, { sequence, cases, sha256, level, statedCases });
      return { kind: "done", response: await prepared(visit, agreed, sequence) };
    },
    (sequence) => prepared(visit, agreed, Number(sequence)),
  );
}

async function read(visit: Visit): Promise<Response> {
  const agreed = await findAgreed(visit.tx, roundIn(visit), false);
  const sequence = sequenceIn(visit);
  if (!agreed || sequence === undefined) return notFound();
  return prepared(visit, agreed, sequence);
}

/** What leaves, or has left, as it was kept. */
async function prepared(
  visit: Visit,
  { round, invitation }: AgreedRound,
  sequence: number,
): Promise<Response> {
  const { tx, services } = visit;
  const made = await tx.madeDeliveries.find(round, sequence);
  const content = await tx.madeDeliveries.content(round, sequence);
  if (!made || content === undefined) return notFound();
  if (made.contentDisposedAt !== null) return refusal(problem("delivery-disposed"));
  const { overlay, codebook } = headingOf(content);
  const found = services.codebooks.get(overlay?.id ?? codebook.id);
  const used = found ?? services.codebooks.get(invitation.codebook.id);
  if (!used) return refusal(problem("internal-error"));
  logDelivery(visit, "delivery.viewed", { sequence });
  const names = await namesIn(tx);
  return Response.json(preparedView(madeDeliveryView(made, names), content, used));
}
