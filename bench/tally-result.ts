import { meetingSpecifications } from "#compilation";
import { accountId, addDays, instant, isoDate, municipalityCode, unitId } from "#kernel";
import { type Campaign, type Combination, meetingCodebook } from "#screening";
import { countedMeetings } from "#server";
import { openTestStore, registerExample, type TestStore } from "#store/testing";
import { tabulateWeighted } from "#tabulation";
import { atMost, type Benchmark } from "./harness/benchmark.ts";
import { quantile } from "./harness/quantile.ts";
import { timeOf } from "./harness/time-of.ts";

const goal = { meetings: 1_000_000, ms: 300 };
const sizes = [1_000, 100_000, goal.meetings];
const repetitions = 15;
const days = 31;
const municipality = municipalityCode("9001");
const by = accountId(`worker-${municipality}`);
const units = Array.from({ length: 12 }, (_, at) => ({
  ...{ unit: unitId(`enhet-${at}`), kind: (at % 4) + 1, expected: null },
}));

export const tallyResult: Benchmark = {
  ids: {
    "tally-result-1e6":
      "a campaign of a million noted meetings, from what is kept of each day to every counted table; 95th percentile",
  },
  async measure(progress) {
    const store = await openTestStore();
    try {
      await prepare(store);
      const rows: number[][] = [];
      let last = { told: 0, floor: 0 };
      for (const size of sizes) {
        progress(`noting ${size} meetings`);
        const campaign = await noted(store, size);
        last = await measured(store, campaign);
        rows.push([size, last.floor, last.told, last.told / last.floor]);
      }
      const growth = {
        columns: ["meetings", "their sums, ms", "tables, ms", "×"],
        rows,
        note: `Twelve units, each with all the combinations that a month of ${days} days brings: how many there are of them, and not how many meetings, is what takes time.`,
      };
      const against = { what: "reading the sums from the database", value: last.floor };
      const result = { id: "tally-result-1e6", value: last.told, unit: "ms" } as const;
      return [atMost({ ...result, goal: goal.ms, against, growth })];
    } finally {
      await store.close();
    }
  },
};

async function prepare(store: TestStore): Promise<void> {
  await registerExample(store, municipality);
  await store.within(municipality, async (tx) => {
    for (const { unit } of units) {
      await tx.units.insert({ id: unit, name: unit, isOpenToColleagues: false });
    }
  });
}

/** Some are noted often and most seldom, as it is with answers: every other combination half as often. */
async function noted(store: TestStore, size: number): Promise<Campaign> {
  const campaign = campaignOf(size);
  const all = combinations();
  const perDay = Math.ceil(size / (units.length * days));
  await store.within(municipality, (tx) => tx.screening.saveCampaign(campaign));
  for (const [at, { unit }] of units.entries()) {
    await store.within(municipality, async ({ screening }) => {
      for (let each = 0; each < days; each++) {
        const day = addDays(campaign.firstDay, each);
        const counts = new Map<Combination, number>();
        for (let meeting = 0; meeting < perDay; meeting++) {
          const seldom = (meeting * 7_919 + each * 104_729 + at * 1_299_709) % all.length;
          const combination = all[meeting % 2 === 0 ? seldom % 40 : seldom] ?? "";
          counts.set(combination, (counts.get(combination) ?? 0) + 1);
        }
        const key = `${campaign.id} ${unit} ${day}`;
        const rows = [...counts].map(([combination, count]) => ({ unit, day, combination, count }));
        await screening.note(campaign.id, rows, { key, content: key, day, isPile: true });
      }
    });
  }
  return campaign;
}

function campaignOf(size: number): Campaign {
  const year = 2020 + Math.round(Math.log10(size));
  return {
    ...{ id: `meetings-${size}`, revision: 1, name: "Fokusmånad", units },
    ...{ round: null, tellsReceiver: false },
    ...{ firstDay: isoDate(`${year}-03-01`), lastDay: isoDate(`${year}-03-31`) },
    ...{ routine: null, follows: null },
    ...{ instrument: { kind: "own" }, contacts: "", goals: "", guide: "" },
    ...{ closedAt: null, by, at: instant("2020-01-01T08:00:00Z") },
  };
}

/** All that a meeting can be noted as, but for the rarest pairs of reasons. */
function combinations(): readonly Combination[] {
  const reasons = ["1", "2", "3", "4", "5", "6", "7", "1+4", "2+3", "3+4", "3+5", "1+6", "4+7"];
  const done = ["1", "2", "3", "4", "5", "1+2", "1+3", "2+3", "1+2+3", "2+4", "1+2+3+4"];
  const told = [
    ...reasons.map((why) => `F04=2;F05=${why}`),
    ...["3", "4"].map((answer) => `F04=1;F06=${answer}`),
    ...["1", "2"].flatMap((answer) => done.map((what) => `F04=1;F06=${answer};F09=${what}`)),
  ];
  return told.flatMap((answers) =>
    ["", ";F07=1", ";F07=2", ";F07=3"].flatMap((sex) =>
      ["", ";F08=1", ";F08=2", ";F08=3", ";F08=4"].map((age) => `${answers}${sex}${age}`),
    ),
  );
}

async function measured(store: TestStore, campaign: Campaign) {
  const codebook = meetingCodebook();
  const specifications = meetingSpecifications(codebook);
  const scope = {
    kind: "region",
    round: campaign.id,
    level: "municipality",
    code: "9001",
  } as const;
  const sums = () => store.within(municipality, (tx) => tx.screening.sums(campaign.id));
  const tables = async () =>
    tabulateWeighted({
      ...{ codebook, specifications, scope },
      rows: countedMeetings(campaign, await sums()),
    });
  const told: number[] = [];
  const floors: number[] = [];
  // The very first is of a program that has just been started.
  await tables();
  for (let time = 0; time < repetitions; time++) {
    floors.push(await timeOf(sums));
    told.push(await timeOf(tables));
  }
  return { told: quantile(told, 0.95), floor: quantile(floors, 0.95) };
}
