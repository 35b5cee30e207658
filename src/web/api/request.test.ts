import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { proving } from "../session/step-up.ts";
import { request } from "./request.ts";

const browsersOwn = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = browsersOwn;
});

/** A network that gives these answers, one after the other. */
function answering(...answers: readonly (() => Response | Promise<Response>)[]): () => number {
  let asked = 0;
  globalThis.fetch = async () => {
    const answer = answers[asked++];
    if (!answer) throw new Error("asked once too often");
    return answer();
  };
  return () => asked;
}

function refused(status: number, code: string): () => Response {
  return () => Response.json({ problems: [{ code, sentence: "Nej." }] }, { status });
}

const proved = () => proving(async () => true, Boolean);

test("what was on its way with the secret from before a proof is sent again, once", async () => {
  const asked = answering(
    async () => {
      await proved();
      return refused(401, "not-signed-in")();
    },
    () => Response.json({ value: 1 }),
  );
  assert.deepEqual(await request("GET", "/api/start"), { kind: "ok", value: { value: 1 } });
  assert.equal(asked(), 2);
});

test("a proof that is still being looked at is waited for", async () => {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const asked = answering(
    () => {
      const looking = proving(() => promise, Boolean);
      setTimeout(() => resolve(true));
      void looking;
      return refused(401, "not-signed-in")();
    },
    () => new Response(null, { status: 204 }),
  );
  assert.equal((await request("PUT", "/api/x")).kind, "ok");
  assert.equal(asked(), 2);
});

test("without a proof in between, and for a sign-in that is refused, it is not", async () => {
  await proved();
  for (const code of ["not-signed-in", "sign-in-refused"]) {
    const asked = answering(refused(401, code));
    const reply = await request("POST", "/api/session", { body: {} });
    assert.equal(reply.kind === "refused" && reply.status, 401);
    assert.equal(asked(), 1);
  }
});

test("where nobody can be asked who she is, the refusal is the answer", async () => {
  const asked = answering(refused(403, "step-up-needed"));
  const reply = await request("POST", "/api/x");
  assert.equal(reply.kind === "refused" && reply.status, 403);
  assert.equal(asked(), 1);
});
