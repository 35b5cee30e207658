import { generateReceivingKey, parseIdentityText } from "#delivery";
import { type JsonValue, problem } from "#kernel";
import { viewBackups } from "../backups/backups-view.ts";
import { checkPlan } from "../backups/check-plan.ts";
import { refusal, refusalOf } from "../http/refusal.ts";
import { readBody } from "../http/request-body.ts";
import { type LongVisit, longRoute, type Route } from "../http/route.ts";
import { DrillBackup, SetBackupPlan } from "../requests-of-backups.ts";
import type { BackupKeyView } from "../wire-of-backups.ts";

/** What an administrator does about backups, where hers is the only organisation here. */
export const backupRoutes: readonly Route[] = [
  longRoute("GET /api/backups", look),
  longRoute("PUT /api/backups/plan", setPlan),
  longRoute("POST /api/backups/runs", begin),
  longRoute("POST /api/backups/drills", drill),
  longRoute("POST /api/backups/key", makeKey),
];

async function look({ services }: LongVisit): Promise<Response> {
  return Response.json(await viewBackups(services));
}

async function setPlan(visit: LongVisit): Promise<Response> {
  const { context, services } = visit;
  const body = await readBody(context, SetBackupPlan);
  if (body.kind === "refused") return refusalOf(body.problems);
  const notHers = await whyNotHers(visit);
  if (notHers) return notHers;
  const plan = await checkPlan(body.value, services.files);
  if (plan.kind === "refused") return refusalOf(plan.problems);
  const { time, folder, recipients, keep, drillDays } = plan.value;
  await log(visit, "backup.plan-set", { time, folder, keep, drillDays, recipients });
  await services.backups.setPlan(plan.value);
  return look(visit);
}

async function begin(visit: LongVisit): Promise<Response> {
  const notHers = await whyNotHers(visit);
  if (notHers) return notHers;
  const begun = await visit.services.backups.begin(visit.actor.account);
  if (begun.kind === "refused") return refusalOf(begun.problems);
  await log(visit, "backup.begun", {});
  return look(visit);
}

/** The private key is in this request, and in the memory of the thread that drills; nowhere else. */
async function drill(visit: LongVisit): Promise<Response> {
  const body = await readBody(visit.context, DrillBackup);
  if (body.kind === "refused") return refusalOf(body.problems);
  const notHers = await whyNotHers(visit);
  if (notHers) return notHers;
  const identity = await parseIdentityText(body.value.identity, "identity");
  if (identity.kind === "refused") return refusal(problem("backup-identity-wrong", "identity"));
  const begun = await visit.services.backups.drill([identity.value], visit.actor.account);
  if (begun.kind === "refused") return refusalOf(begun.problems);
  await log(visit, "backup.drill-begun", {});
  return look(visit);
}

async function makeKey(visit: LongVisit): Promise<Response> {
  const key = await generateReceivingKey();
  await log(visit, "backup.key-made", { public: key.public });
  const told: BackupKeyView = { public: key.public, private: key.private };
  return Response.json(told, { status: 201 });
}

async function whyNotHers({ services }: LongVisit): Promise<Response | undefined> {
  const decider = await services.backups.decider();
  if (decider === "nobody") return refusal(problem("backup-not-here"));
  return decider === "operator" ? refusal(problem("backup-elsewhere")) : undefined;
}

async function log(
  { services, actor, at }: LongVisit,
  action: string,
  details: { readonly [name: string]: JsonValue },
): Promise<void> {
  await services.store.within(actor.municipality, async (tx) => {
    tx.audit.append({ at, account: actor.account, action, details });
  });
}
