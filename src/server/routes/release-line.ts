import { municipalityCode, problem } from "#kernel";
import { findAgreed } from "../delivering/agreed-round.ts";
import { notFound, refusal, refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import {
  type LongVisit,
  longRoute,
  publicRoute,
  type Route,
  signedInRoute,
  type Visit,
} from "../http/route.ts";
import { streamedBody } from "../http/streamed-body.ts";
import { bringHome } from "../publishing/bring-home.ts";
import { fetchRelease, piecesOf } from "../publishing/fetch-release.ts";
import { mayPublish } from "../publishing/may-publish.ts";
import { finishPublication, publishRelease } from "../publishing/publish-release.ts";
import { asDownload, signedRelease } from "../publishing/release-as-file.ts";
import { type RoundKey, workshopOf } from "../publishing/release-places.ts";
import { roundToCompile } from "../publishing/round-to-compile.ts";
import { type FoundRound, findRound, receivingIn } from "../receiving/find-round.ts";
import { roundView } from "../receiving/round-view.ts";
import { BeginRelease } from "../requests-of-releases.ts";
import type { CompilingView } from "../wire-of-rounds.ts";

export const releaseLineRoutes: readonly Route[] = [
  longRoute("POST /api/deliveries/:round/return", fetched),
  longRoute("POST /api/deliveries/:round/return/file", handedOver),
  signedInRoute("GET /api/rounds/:round/release", (visit) => about(visit, view)),
  signedInRoute("POST /api/rounds/:round/release", (visit) => about(visit, begin)),
  signedInRoute("DELETE /api/rounds/:round/release", (visit) => about(visit, discard)),
  signedInRoute("POST /api/rounds/:round/release/publication", (visit) => about(visit, held)),
  signedInRoute("GET /api/rounds/:round/release/file", download),
  publicRoute("GET /api/intake/:receiver/:round/release", (context, services) => {
    const { receiver = "", round = "" } = context.req.param();
    if (!/^\d{4}$/.test(receiver)) return notFound();
    const code = municipalityCode(receiver);
    return services.store.within(code, async (tx) => {
      const signed = await signedRelease(services, tx, code, round);
      return signed ? asDownload(signed) : notFound();
    });
  }),
];

/** A round of the receiver's own. */
type RoundVisit = Visit & { readonly found: FoundRound; readonly key: RoundKey };

async function about(
  visit: Visit,
  handle: (visit: RoundVisit) => Response | Promise<Response>,
): Promise<Response> {
  const { context, tx, actor } = visit;
  const found = await findRound(tx, context.req.param("round") ?? "");
  if (!found) return notFound();
  const key = { receiver: actor.municipality, round: found.kept.id };
  return handle({ ...visit, found, key });
}

function view({ services, found, key }: RoundVisit): Response {
  const { deliveries, participants } = roundToCompile(found);
  const told: CompilingView = {
    state: services.compiling.state(key),
    accepted: deliveries.length,
    participants: participants.length,
  };
  return Response.json(told);
}

async function begin(visit: RoundVisit): Promise<Response> {
  const { context, services, tx, actor, at, found, key } = visit;
  const body = await readBody(context, BeginRelease);
  if (body.kind === "refused") return refusalOf(body.problems);
  const { isInterim } = body.value;
  const hindrance = mayPublish(found, isInterim, at);
  if (hindrance) return refusal(hindrance);
  const chosen = roundToCompile(found);
  if (chosen.deliveries.length === 0) return refusal(problem("release-nothing-to-compile"));
  const receiving = await receivingIn(services.keys, key.receiver, found.participants);
  const begun = services.compiling.begin({ ...chosen, ...key, isInterim, receiving, at });
  if (begun === "busy") return refusal(problem("release-line-busy"));
  const details = { round: key.round, isInterim, deliveries: chosen.deliveries.length };
  tx.audit.append({ at, account: actor.account, action: "release.compiling-begun", details });
  return view(visit);
}

async function discard(visit: RoundVisit): Promise<Response> {
  const { services, tx, actor, at, key } = visit;
  if (await services.compiling.discard(key)) {
    const details = { round: key.round };
    tx.audit.append({ at, account: actor.account, action: "release.discarded", details });
  }
  return view(visit);
}

async function held(visit: RoundVisit): Promise<Response> {
  const letGo = visit.services.compiling.hold(visit.key);
  if (!letGo) return refusal(problem("release-line-busy"));
  try {
    return await publish(visit);
  } finally {
    letGo();
  }
}

async function publish(visit: RoundVisit): Promise<Response> {
  const { services, tx, actor, at, onceSaved, key, found } = visit;
  // Of a transaction that failed after the release had its place.
  if (await finishPublication(services, workshopOf(services, key).intent)) {
    onceSaved(() => void services.compiling.discard(key));
    return shown(visit);
  }
  const draft = services.compiling.draft(key);
  if (!draft) return refusal(problem("release-draft-none"));
  const { isInterim, verdict } = draft.view;
  const hindrance = mayPublish(found, isInterim, at);
  if (hindrance) return refusal(hindrance);
  const now = roundToCompile(found).deliveries.map(({ id }) => id);
  if (now.join() !== draft.deliveries.join()) return refusal(problem("release-draft-outdated"));
  const number = found.published.length + 1;
  const publication = { number, isInterim, verdict, by: actor.account, at };
  const published = await publishRelease(services, tx, key, publication);
  if (published.kind === "refused") return refusalOf(published.problems);
  onceSaved(() => {
    published.value.forget();
    void services.compiling.discard(key);
    services.publish(published.value.release);
  });
  return shown(visit);
}

async function shown({ services, tx, key }: RoundVisit): Promise<Response> {
  const found = await findRound(tx, key.round);
  return found ? Response.json(await roundView(tx, found, services.codebooks)) : notFound();
}

async function download({ context, services, tx, actor }: Visit): Promise<Response> {
  const round = context.req.param("round") ?? "";
  const signed = await signedRelease(services, tx, actor.municipality, round);
  return signed ? asDownload(signed) : notFound();
}

async function fetched(visit: LongVisit): Promise<Response> {
  const agreed = await agreedIn(visit);
  if (!agreed) return notFound();
  const file = await fetchRelease(agreed.invitation);
  if (file.kind === "refused") return refusalOf(file.problems);
  return home(visit, agreed, { name: "Publiceringen", bytes: file.value });
}

async function handedOver(visit: LongVisit): Promise<Response> {
  const agreed = await agreedIn(visit);
  if (!agreed) return notFound();
  const name = "Filen";
  const bytes = await piecesOf(streamedBody(visit.context), name);
  if (bytes.kind === "refused") return refusalOf(bytes.problems);
  return home(visit, agreed, { name, bytes: bytes.value });
}

type Agreed = NonNullable<Awaited<ReturnType<typeof agreedIn>>>;

function agreedIn({ context, services, actor }: LongVisit) {
  const round = context.req.param("round") ?? "";
  return services.store.within(actor.municipality, (tx) => findAgreed(tx, round, false));
}

async function home(
  { services, actor: { municipality, account } }: LongVisit,
  agreed: Agreed,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Response> {
  const outcome = await bringHome(services, { municipality, agreed }, file, account);
  return outcome.kind === "done" ? Response.json(outcome.value) : refusalOf(outcome.problems);
}
