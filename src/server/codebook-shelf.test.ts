import assert from "node:assert/strict";
import { test } from "node:test";
import { type Codebook, effectiveCodebooks } from "#codebook";
import { municipalityCode } from "#kernel";
import { meetingCodebook } from "#screening";
import { codebookShelf } from "./codebook-shelf.ts";

const granviken = municipalityCode("9001");
const ids = (codebooks: readonly Codebook[]) => codebooks.map(({ id }) => id);

test("a municipality registers under its own overlay, the others under the newest common one", () => {
  const shelf = codebookShelf(effectiveCodebooks());
  assert.equal(shelf.of(granviken).id, "su-kvinnofrid-2021");
  assert.equal(shelf.of(municipalityCode("9007")).id, "k9007-ostersund-manner");
});

test("what a municipality publishes is used by itself alone, at once; the latest for new cases", () => {
  const shelf = codebookShelf(effectiveCodebooks());
  for (const number of [1, 2]) shelf.add(published(shelf.common(), number));
  assert.equal(shelf.of(granviken).id, "k9001-v2");
  assert.equal(shelf.of(municipalityCode("9002")).id, "su-kvinnofrid-2021");
  assert.equal(shelf.get("k9001-v1")?.version, "1.0.0");
  assert.deepEqual(ids(shelf.list(municipalityCode("9002"))), [
    "su-kvinnofrid-2021",
    "su-kvinnofrid-2019",
  ]);
});

test("cases under all versions of one common codebook are counted together, not those of another", () => {
  const shelf = codebookShelf(effectiveCodebooks());
  for (const number of [1, 2]) shelf.add(published(shelf.common(), number));
  assert.deepEqual(ids(shelf.countedWith(granviken)), [
    "su-kvinnofrid-2021",
    "k9001-v1",
    "k9001-v2",
  ]);
});

test("meetings have a codebook that rounds ask by, and that no case is registered under", () => {
  const shelf = codebookShelf(effectiveCodebooks(), [meetingCodebook()]);
  shelf.add(published(shelf.common(), 1));
  const meetings = meetingCodebook().id;
  assert.equal(shelf.get(meetings)?.counts, "meetings");
  assert.deepEqual(ids(shelf.asked()), ["su-kvinnofrid-2021", "su-kvinnofrid-2019", meetings]);
  assert.equal(shelf.common().id, "su-kvinnofrid-2021");
  for (const list of [shelf.list(granviken), shelf.countedWith(granviken)]) {
    assert.ok(!ids(list).includes(meetings));
  }
});

function published(common: Codebook, number: number): Codebook {
  const base = { codebook: common.id, version: common.version, namespace: "k9001." };
  return { ...common, id: `k9001-v${number}`, version: `${number}.0.0`, extends: base };
}
