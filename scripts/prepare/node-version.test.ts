import assert from "node:assert/strict";
import { test } from "node:test";
import { nodeProblem } from "./node-version.mjs";

const linux = { platform: "linux", arch: "x64", hasPinned: true };
const mac = { platform: "darwin", arch: "arm64", hasPinned: false };

test("where a Node is pinned, the present one only has to install it", () => {
  assert.equal(nodeProblem({ ...linux, version: "20.0.0" }), undefined);
  assert.equal(nodeProblem({ ...linux, version: "26.1.0" }), undefined);
  assert.match(nodeProblem({ ...linux, version: "18.20.8" }) ?? "", /Node 20 or newer.*18\.20\.8/);
});

test("elsewhere the present Node runs everything", () => {
  assert.equal(nodeProblem({ ...mac, version: "24.7.0" }), undefined);
  assert.equal(nodeProblem({ ...mac, version: "25.0.0" }), undefined);
  assert.match(nodeProblem({ ...mac, version: "24.6.0" }) ?? "", /24\.7 or newer.*24\.6\.0/);
});
