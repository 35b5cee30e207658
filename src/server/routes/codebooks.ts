import { notFound } from "../http/refusal.ts";
import { type Route, signedInRoute } from "../http/route.ts";
import type { CodebookList } from "../wire.ts";

/** The common codebooks and the municipality's own; another's own ones are as if they were not there. */
export const codebookRoutes: readonly Route[] = [
  signedInRoute("GET /api/codebooks", ({ services, actor }) => {
    const codebooks = services.codebooks.list(actor.municipality);
    const body: CodebookList = {
      current: services.codebooks.of(actor.municipality).id,
      codebooks: codebooks.map(({ id, version, label }) => ({ id, version, label })),
    };
    return Response.json(body);
  }),
  signedInRoute("GET /api/codebooks/:id", ({ services, actor, context }) => {
    const id = context.req.param("id") ?? "";
    const codebook = services.codebooks.list(actor.municipality).find((each) => each.id === id);
    return codebook ? Response.json(codebook) : notFound();
  }),
];
