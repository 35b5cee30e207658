import assert from "node:assert/strict";
import { test } from "node:test";
import { loaded, ownPath, signInAddress } from "./loaded.ts";

const request = new Request("https://skillnad.test/arenden/M-7F3K-2?state=open");

test("after signing in one comes back to the same page, without its search", () => {
  assert.equal(signInAddress(request.url), "/logga-in?till=%2Farenden%2FM-7F3K-2");
  assert.equal(signInAddress("https://skillnad.test/"), "/logga-in");
});

test("only paths of our own are followed", () => {
  assert.equal(ownPath("/arenden/M-7F3K-2"), "/arenden/M-7F3K-2");
  for (const foreign of ["//evil.example", "/\\evil.example", "https://evil.example", "", null]) {
    assert.equal(ownPath(foreign), "/");
  }
});

test("a refusal reaches the page's boundary with its sentence; lost contact is a 503", async () => {
  const sentence = "Sidan finns inte.";
  const refusal = { problems: [{ code: "not-found", severity: "error", sentence }] } as const;
  function caught(run: () => unknown): Response {
    try {
      run();
    } catch (thrown) {
      if (thrown instanceof Response) return thrown;
    }
    throw new Error("nothing was thrown");
  }
  const refused = caught(() => loaded({ kind: "refused", status: 404, refusal }, request));
  assert.equal(refused.status, 404);
  assert.equal(await refused.text(), sentence);
  assert.equal(caught(() => loaded({ kind: "no-contact" }, request)).status, 503);
  const signedOut = caught(() => loaded({ kind: "refused", status: 401, refusal }, request));
  assert.equal(signedOut.headers.get("Location"), "/logga-in?till=%2Farenden%2FM-7F3K-2");
});
