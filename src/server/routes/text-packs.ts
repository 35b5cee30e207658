import { holdsRole, policy } from "#access";
import { problem, randomId } from "#kernel";
import { parseTextPack, type TextPack, titleOf } from "#screening";
import { refusal, refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import { type Route, signedInRoute, type Visit } from "../http/route.ts";
import { LoadTextPack } from "../requests-of-screening.ts";
import { viewTextPack } from "../screening/campaign-view.ts";
import type { TextPackList } from "../wire-of-screening.ts";

/** Bytes: room for what the reader refuses in words. */
const largestFile = 256 * 1024;

/** More than a municipality has licences for. */
const most = 20;

/** Words for the questions that a municipality has the right to use; we ship none. */
export const textPackRoutes: readonly Route[] = [
  signedInRoute("GET /api/text-packs", list),
  signedInRoute("POST /api/text-packs", load),
  signedInRoute("DELETE /api/text-packs/:pack", remove),
];

async function list({ tx, actor }: Visit): Promise<Response> {
  const packs = await tx.screening.textPacks();
  const mayLoad = holdsRole(actor, policy["POST /api/text-packs"].roles);
  const body: TextPackList = { packs: packs.map(viewTextPack), mayLoad };
  return Response.json(body);
}

/** The same name and version anew: its words are those of the last one loaded. */
async function load(visit: Visit): Promise<Response> {
  const { context, tx, actor, at, services } = visit;
  const body = await readBody(context, LoadTextPack, largestFile);
  if (body.kind === "refused") return refusalOf(body.problems);
  const read = parseTextPack(body.value.text);
  if (read.kind === "refused") return refusalOf(read.problems);
  await tx.people.lock();
  const packs = await tx.screening.textPacks();
  const earlier = packs.find((each) => isOf(each, read.value));
  if (!earlier && packs.length >= most) {
    return refusal(problem("text-pack-too-many", undefined, { most }));
  }
  const pack: TextPack = { ...read.value, id: earlier?.id ?? randomId(services.randomness) };
  await tx.screening.saveTextPack(pack, actor.account, at);
  log(visit, "text-pack.loaded", pack);
  return list(visit);
}

function isOf({ name, version }: TextPack, read: Pick<TextPack, "name" | "version">): boolean {
  return name === read.name && version === read.version;
}

/**
 * What a campaign that goes on asks with stays; of one that is closed only that it was used is told. Of
 * what somebody has removed already the answer is the same.
 */
async function remove(visit: Visit): Promise<Response> {
  const { context, tx } = visit;
  const id = context.req.param("pack") ?? "";
  await tx.people.lock();
  const pack = (await tx.screening.textPacks()).find((each) => each.id === id);
  if (!pack) return list(visit);
  const user = (await tx.screening.campaigns()).find(
    ({ instrument, closedAt }) =>
      closedAt === null && instrument.kind === "text-pack" && instrument.pack === id,
  );
  if (user) return refusal(problem("text-pack-in-use", undefined, { campaign: titleOf(user) }));
  await tx.screening.removeTextPack(id);
  log(visit, "text-pack.removed", pack);
  return list(visit);
}

function log({ tx, actor, at }: Visit, action: string, { id }: TextPack): void {
  tx.audit.append({ at, account: actor.account, action, details: { pack: id } });
}
