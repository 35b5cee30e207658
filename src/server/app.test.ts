import assert from "node:assert/strict";
import { test } from "node:test";
import type { RouteKey } from "#access";
import { createAppOf } from "./app.ts";
import type { Route } from "./http/route.ts";
import type { Services } from "./services.ts";

const handle: Route["handle"] = () => new Response("");
const services = { allowedOrigins: [], isHttps: false } as unknown as Services;

test("a route without a line in the policy table cannot be served", () => {
  const planted = { key: "GET /api/everything" as RouteKey, handle };
  assert.throws(() => createAppOf([planted], services), /GET \/api\/everything has no line/);
});

test("neither can a name that every object has", () => {
  const planted = { key: "constructor" as RouteKey, handle };
  assert.throws(() => createAppOf([planted], services), /constructor has no line/);
});

test("a line without a route, and a route twice, are told", () => {
  const start: Route = { key: "GET /api/start", handle };
  assert.throws(() => createAppOf([start, start], services), /GET \/api\/start is routed twice/);
  assert.throws(
    () => createAppOf([start], services),
    /GET \/api\/cases is in the policy table but/,
  );
});
