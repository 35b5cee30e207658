import assert from "node:assert/strict";
import { test } from "node:test";
import type { Answers } from "#codebook";
import type { SafeTable } from "#disclosure";
import { canonicalJson, type JsonValue, municipalityCode, seededRandomness, unitId } from "#kernel";
import { meetingCodebook } from "#screening";
import { type FrozenCampaign, freezeCampaign, readFrozenCampaign } from "./campaign-release.ts";
import { meetingParts, meetingSpecifications } from "./meeting-parts.ts";

const code = municipalityCode("9001");
const codebook = meetingCodebook();

type Meeting = { readonly unit: string; readonly [question: string]: number | string };

/** What there is to draw: how many units and meetings, how many of a hundred are asked, or in the first unit. */
type Draw = {
  readonly units: number;
  readonly meetings: number;
  readonly asked: number;
  readonly inFirst: number;
  readonly seed: number;
};

function drawn({ units, meetings, asked, inFirst, seed }: Draw): readonly Meeting[] {
  const chance = seededRandomness(seed);
  return Array.from({ length: meetings }, () => {
    const unit = chance.below(100) < inFirst ? 0 : chance.below(units);
    const common = { unit: `u${unit}`, F03: (unit % 4) + 1, F07: 1 + chance.below(2) };
    if (chance.below(100) >= asked) return { ...common, F04: 2, F05: 1 + chance.below(7) };
    const F06 = [3, 3, 3, 3, 3, 3, 3, 2, 1, 4][chance.below(10)] ?? 3;
    return F06 > 2
      ? { ...common, F04: 1, F06 }
      : { ...common, F04: 1, F06, F09: 1 + chance.below(5) };
  });
}

function freeze(meetings: readonly Meeting[]) {
  const rows = meetings.map(({ unit, ...said }) => ({
    unit: unitId(unit),
    count: 1,
    answers: Object.fromEntries(
      Object.entries(said).map(([id, given]) => [id, { kind: "codes", codes: [Number(given)] }]),
    ) as Answers,
  }));
  const municipality = { code, name: "Påhittköping" };
  return freezeCampaign({ municipality, campaign: "mars", codebook, rows });
}

async function told(meetings: readonly Meeting[]): Promise<readonly SafeTable[]> {
  const frozen = await freeze(meetings);
  if (frozen.kind === "refused") {
    assert.deepEqual(
      frozen.problems.map((problem) => problem.code),
      ["campaign-results-too-few"],
    );
    return [];
  }
  const read = readFrozenCampaign(code, frozen.value);
  assert.equal(read?.verdict.kind, "passed");
  return read?.tables ?? [];
}

const draws: readonly Draw[] = [
  ...[12, 40, 120, 700].flatMap((meetings) =>
    [2, 50, 97, 100].flatMap((asked) =>
      [
        { units: 7, inFirst: 0 },
        { units: 3, inFirst: 96 },
        { units: 2, inFirst: 50 },
      ].map((shape, at) => ({ ...shape, meetings, asked, seed: meetings + asked + at })),
    ),
  ),
];

/**
 * Whoever reads the figures has read of every unit, all the while, how many meetings it had and how many
 * were asked. In the words of this test alone: what is told of a question's answers, less one unit's own,
 * is nobody or five at least; and so is the one answer that is left when all others are told.
 */
test("with all that participation has told, no answer of one or a few is told or left over", async () => {
  let numbers = 0;
  for (const draw of draws) {
    const meetings = drawn(draw);
    const units = [...new Set(meetings.map(({ unit }) => unit))];
    // From a single unit's own staff nothing can be kept.
    const knowing = units.length < 2 ? [[]] : [[], ...units.map((unit) => [unit])];
    for (const { specification, counts } of await told(meetings)) {
      const { measure } = specification;
      if (counts.kind !== "frequencies" || !("variable" in measure)) continue;
      const { variable } = measure;
      if (!["F05", "F06", "F09"].includes(variable)) continue;
      const given = (codes: readonly number[]) =>
        meetings.filter((each) => codes.includes(Number(each[variable] ?? 0)));
      const options = counts.rows.filter(({ isMissing }) => !isMissing);
      const hidden = options.filter(({ count }) => count === null);
      // Of several choices the answers need not add up to anything.
      const leftOver = variable === "F06" && hidden.length === 1 ? hidden : [];
      for (const { codes, count } of [...options, ...leftOver]) {
        const all = given(codes);
        if (count !== null) assert.equal(count, all.length);
        else if (!leftOver.some((each) => each.codes === codes)) continue;
        for (const own of knowing) {
          const others = all.filter(({ unit }) => !own.includes(unit)).length;
          numbers++;
          assert.ok(
            others === 0 || others >= 5,
            `${JSON.stringify(draw)} ${variable} ${codes.join("+")} without ${own}: ${others}`,
          );
        }
      }
    }
  }
  assert.ok(numbers > 300, `${numbers} numbers were looked at`);
});

test("where nearly all were asked, what they answered is told, and why the few were not stays unsaid", async () => {
  const everybody = drawn({ units: 6, meetings: 600, asked: 100, inFirst: 0, seed: 3 });
  const three = [1, 2, 3].map((reason) => ({ unit: "u0", F03: 1, F04: 2, F05: reason }));
  const tables = await told([...everybody, ...three]);
  const of = (id: string) => tables.find(({ specification }) => specification.id === id)?.counts;
  const answers = of("F06");
  assert.ok(answers?.kind === "frequencies");
  assert.ok(answers.rows.filter(({ count }) => (count ?? 0) > 0).length > 2);
  const reasons = of("F05");
  assert.ok(reasons?.kind === "frequencies");
  assert.ok(reasons.rows.every(({ count }) => count === null));
});

test("the questions are parted by whether the person was asked, and each is told once", () => {
  const names = meetingParts(codebook).map(({ specifications }) =>
    specifications.map(({ id }) => id),
  );
  assert.deepEqual(names, [
    ["cases started", "asked", "F03", "F04", "F07", "F08"],
    ["exposed-now-or-earlier", "exposed-now", "some-support", "F06", "F09"],
    ["F05"],
  ]);
  assert.deepEqual(
    names.flat().sort(),
    meetingSpecifications(codebook)
      .map(({ id }) => id)
      .sort(),
  );
});

test("the same meetings in another order are the same bytes; what is altered is not read", async () => {
  const meetings = drawn({ units: 5, meetings: 300, asked: 60, inFirst: 0, seed: 9 });
  const [one, other] = [await freeze(meetings), await freeze(meetings.toReversed())];
  assert.ok(one.kind === "done" && other.kind === "done");
  assert.equal(one.value.sha256, other.value.sha256);
  const kept: FrozenCampaign = one.value;
  assert.ok(readFrozenCampaign(code, kept));
  const text = canonicalJson(kept.content).replace(/"cases":\d+/, '"cases":301');
  const altered = { ...kept, content: JSON.parse(text) as JsonValue };
  assert.equal(readFrozenCampaign(code, altered), undefined);
  assert.equal(readFrozenCampaign(code, { ...kept, sha256: "0".repeat(64) }), undefined);
});
