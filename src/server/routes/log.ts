import { z } from "zod";
import { problem } from "#kernel";
import { refusal } from "../http/refusal.ts";
import { type Route, signedInRoute } from "../http/route.ts";
import { nameIn } from "../name-in.ts";
import type { LogView } from "../wire.ts";

const pageSize = 100;
const LogQuery = z.object({ from: z.coerce.number().int().min(0).max(100_000_000).default(0) });

export const logRoutes: readonly Route[] = [
  signedInRoute("GET /api/log", async ({ context, tx, actor, at }) => {
    const query = LogQuery.safeParse(context.req.query());
    if (!query.success) return refusal(problem("malformed-request", "query"));
    const verdict = await tx.audit.verify();
    const lines = await tx.audit.list(query.data.from, pageSize);
    const names = await tx.accounts.names();
    tx.audit.append({ at, account: actor.account, action: "log.viewed" });
    const body: LogView = {
      intact: verdict.kind === "intact",
      brokenAt: verdict.kind === "broken" ? verdict.at : null,
      entries: lines.map((line) => ({
        sequence: line.sequence,
        at: line.at,
        by: line.account === null ? "" : nameIn(names, line.account),
        action: line.action,
        caseCode: line.caseCode,
        details: JSON.stringify(line.details),
      })),
    };
    return Response.json(body);
  }),
];
