import { notFound } from "../http/refusal.ts";
import { type Route, signedInRoute } from "../http/route.ts";
import type { CodebookList } from "../wire.ts";

export const codebookRoutes: readonly Route[] = [
  signedInRoute("GET /api/codebooks", ({ services, actor }) => {
    const codebooks = [...services.codebooks.values()];
    const body: CodebookList = {
      current: services.codebookOf(actor.municipality),
      codebooks: codebooks.map(({ id, version, label }) => ({ id, version, label })),
    };
    return Response.json(body);
  }),
  signedInRoute("GET /api/codebooks/:id", ({ services, context }) => {
    const codebook = services.codebooks.get(context.req.param("id") ?? "");
    return codebook ? Response.json(codebook) : notFound();
  }),
];
