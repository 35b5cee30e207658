import assert from "node:assert/strict";
import { test } from "node:test";
import { type DeliveryHeading, readHeading, withdrawRound } from "#delivery";
import { problemSentence } from "#kernel";
import { latestDeliveries } from "./latest-deliveries.ts";
import {
  codebookOf,
  compiled,
  deliveryText,
  fileOf,
  freshFolder,
  places,
  sealedAgain,
} from "./testing/deliveries.ts";

const [xaby = assert.fail(), qvisto = assert.fail()] = places;
const codebook = codebookOf("su-kvinnofrid-2021");
const first = await deliveryText(xaby, 5);
const second = await deliveryText(xaby, 6, { sequence: 2 });
const other = await deliveryText(qvisto, 5);

async function latestOf(texts: { readonly [name: string]: string }) {
  const read = Object.entries(texts).map(async ([name, text]) => {
    const file = fileOf(name, text);
    const heading = await readHeading(file, [codebook]);
    return heading.kind === "done"
      ? { file, heading: heading.value, problems: [] }
      : { file, heading: undefined, problems: heading.problems };
  });
  const { latest, replaced } = await latestDeliveries(await Promise.all(read));
  return {
    latest: latest.map(({ file }) => file.name).sort(),
    replaced: replaced.map(({ file, by }) => `${file} by ${by}`),
    problems: latest.flatMap(({ problems }) => problems),
  };
}

function withdrawalOf(text: string): string {
  const heading: DeliveryHeading = JSON.parse(text.slice(0, text.indexOf("\n")));
  return withdrawRound(heading)
    .map((line) => `${line}\n`)
    .join("");
}

test("the highest sequence of a municipality replaces those before it, in whatever order they lie", async () => {
  const third = await deliveryText(xaby, 4, { sequence: 3 });
  for (const texts of [
    { a: first, b: second, c: third, d: other },
    { d: other, c: third, b: second, a: first },
  ]) {
    assert.deepEqual(await latestOf(texts), {
      latest: ["c", "d"],
      replaced: ["a by c", "b by c"],
      problems: [],
    });
  }
});

test("the same bytes twice are one delivery", async () => {
  const { latest, replaced, problems } = await latestOf({ b: first, a: first, c: other });
  assert.deepEqual([latest, replaced, problems], [["a", "c"], ["b by a"], []]);
});

test("other bytes with the same sequence are refused, each with the name of the other", async () => {
  const again = await deliveryText(xaby, 7, { sequence: 2 });
  const { latest, replaced, problems } = await latestOf({ a: first, b: second, c: again });
  assert.deepEqual([latest, replaced], [["b", "c"], ["a by b"]]);
  assert.deepEqual(
    problems.map((each) => problemSentence(each, "sv")),
    [
      "b: Xaby har två olika leveranser med nummer 2. Den andra finns i c. Fråga kommunen vilken som gäller, eller be om en ny.",
      "c: Xaby har två olika leveranser med nummer 2. Den andra finns i b. Fråga kommunen vilken som gäller, eller be om en ny.",
    ],
  );
});

test("a delivery of another round, and what is no delivery, replaces nothing", async () => {
  const { round } = JSON.parse(first.slice(0, first.indexOf("\n")));
  const elsewhere = second.replace(`"id":"${round.id}"`, '"id":"2030"');
  const { latest, replaced } = await latestOf({ a: first, b: elsewhere, c: "garbage\n" });
  assert.deepEqual([latest, replaced], [["a", "b", "c"], []]);
});

async function participantsOf(texts: { readonly [name: string]: string }, skipInvalid = false) {
  const files = Object.entries(texts).map(([name, text]) => fileOf(name, text));
  const outcome = await compiled(files, `${freshFolder()}/release`, { skipInvalid });
  if (outcome.kind === "refused") return outcome.problems.map(({ code, at }) => `${at} ${code}`);
  const { document } = outcome.value;
  return [String(document.municipalities), ...document.missing.map((each) => each.reason)];
}

test("who has withdrawn takes no part, and who had no case does", async () => {
  const empty = await deliveryText(xaby, 0, { cases: [], sequence: 2 });
  assert.deepEqual(await participantsOf({ a: first, b: empty, c: other }), ["2"]);
  assert.deepEqual(await participantsOf({ a: first, b: withdrawalOf(first), c: other }), [
    "1",
    "Kommunen har tagit tillbaka sin leverans.",
  ]);
  const again = await deliveryText(xaby, 5, { sequence: 3 });
  const back = { a: first, b: withdrawalOf(first), c: other, d: again };
  assert.deepEqual(await participantsOf(back), ["2"]);
});

test("a withdrawal in which there are cases is neither the one nor the other", async () => {
  const odd = sealedAgain(first.replace(/\}\n/, ',"withdrawn":true}\n'));
  const [found] = await participantsOf({ a: odd, b: other });
  assert.equal(found, "a delivery-withdrawn-with-cases");
});

test("a correction that cannot be used replaces what it corrects all the same", async () => {
  const broken = sealedAgain(second.replace(/"V01":\d/, '"V01":8'));
  assert.deepEqual(await participantsOf({ a: first, b: broken, c: other }), [
    "b delivery-unknown-code",
  ]);
  assert.deepEqual(await participantsOf({ a: first, b: broken, c: other }, true), [
    "1",
    "Innehållet stämmer inte med kodboken.",
  ]);
});
