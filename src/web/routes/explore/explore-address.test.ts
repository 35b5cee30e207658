import assert from "node:assert/strict";
import { test } from "node:test";
import { askedAt, exploreAddress, readAddress } from "./explore-address.ts";

const nothing = {
  set: null,
  show: null,
  by: null,
  time: null,
  period: null,
  group: null,
  codebook: null,
  view: null,
};

test("a question stands in its address, and comes back from it as it was", () => {
  const question = {
    ...nothing,
    set: "unit:9001-frid",
    show: "V22",
    by: "V01",
    codebook: "su-kvinnofrid-2021",
  };
  const address = exploreAddress(question);
  assert.equal(
    address,
    "/utforska?siffror=unit%3A9001-frid&visa=V22&uppdelat=V01&kodbok=su-kvinnofrid-2021",
  );
  assert.deepEqual(readAddress(`https://skillnad.test${address}`), question);
});

test("what is not said is not in the address, and an empty part is not said", () => {
  assert.equal(exploreAddress({}), "/utforska");
  assert.deepEqual(readAddress("https://skillnad.test/utforska?visa=&grupp="), nothing);
});

test("a unit answers its own question, everything else is asked of what is frozen", () => {
  assert.equal(
    askedAt({ ...nothing, set: "unit:a/b", show: "V22", time: "year" }),
    "/api/units/a%2Fb/exploration?show=V22&time=year",
  );
  assert.equal(
    askedAt({ ...nothing, set: "local:2026-H1", group: "sex-1" }),
    "/api/published/exploration?group=sex-1&set=local%3A2026-H1",
  );
  assert.equal(askedAt({ ...nothing, set: "" }), "/api/published/exploration?");
});
