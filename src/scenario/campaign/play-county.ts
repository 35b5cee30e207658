import { setTimeout } from "node:timers/promises";
import { addDays, type IsoDate } from "#kernel";
import type { CampaignPlan } from "#screening";
import { type DemoPerson, type DemoServer, demoPerson } from "../demo-person.ts";
import { writeOrganisation } from "../fill-demo.ts";
import type { Organisation, World } from "../world.ts";
import {
  type CampaignPlace,
  type CountyMonth,
  countyMonths,
  countyPlaces,
  runningMonth,
  runningRoutine,
  type TalliedCampaign,
} from "./county-months.ts";

// As much of the server's answers as is looked at here.
type Rounds = {
  readonly rounds: readonly { readonly id: string }[];
  readonly codebooks: readonly {
    readonly id: string;
    readonly version: string;
    readonly counts: string;
  }[];
};
type Deliveries = { readonly key: { readonly text: string } };
type Prepared = { readonly delivery: { readonly sequence: number } };
type RoundToday = {
  readonly deliveries: readonly { readonly id: string; readonly state: string }[];
};
type Compiling = { readonly state: { readonly kind: string } };

/** Where the demo is served, and who plays in it. */
export type PlayedCounty = {
  readonly server: DemoServer;
  readonly world: World;
  readonly today: IsoDate;
  readonly seed: number;
  /** Nothing more is begun. */
  readonly signal: AbortSignal;
};

/**
 * A county asks its eight municipalities to ask everybody for a month, two years in a row: seven take part,
 * then five. Each plans, notes, closes and delivers its counts; the county compiles, protects and publishes
 * them, and they fetch the comparison. Over the same routes as people use; only what was noted day by day is
 * put where it would lie, since no route takes a day that is long past. A demo that was kept has it all.
 */
export async function playCounty(played: PlayedCounty): Promise<void> {
  const { server, world, today, seed, signal } = played;
  const county = world.organisations.find(({ kind }) => kind === "county");
  const [lead] = county?.people ?? [];
  if (!county?.county || !lead) return;
  const marika = await demoPerson(server, county, lead);
  const { rounds, codebooks } = await marika.ask<Rounds>("GET /api/rounds");
  const codebook = codebooks.find(({ counts }) => counts === "meetings");
  if (rounds.length > 0 || !codebook) return marika.leave();
  const { places, neighbours } = countyPlaces(world, county.county, today);
  for (const each of neighbours) await writeOrganisation(server.store, each);
  const [first, second] = places;
  if (first) await noteRunning(server, first, runningMonth(first, today, seed), today);
  if (second) await noteRoutine(server, second, runningRoutine(second, today, seed));
  for (const month of countyMonths(places, today, seed)) {
    if (signal.aborted) break;
    const { id, version } = codebook;
    const wish = { ...month.round, codebook: { id, version }, level: "counts", ...grounds };
    await marika.ask("POST /api/rounds", { ...wish, interimDays: [] });
    const participants = places.map(({ code, name, county }) => ({ code, name, county }));
    await marika.ask(`POST /api/rounds/${month.round.id}/participants`, { participants });
    await playMonth(marika, county, month, played);
  }
  await marika.leave();
}

const grounds = {
  legalBasis:
    "Påhittat underlag för övningen: kommunen lämnar antal möten, utan något om en enskild person.",
  purpose: "Att se hur många som får frågan om våld, hur många som inte får den, och varför.",
} as const;

async function playMonth(
  marika: DemoPerson,
  { code: receiver }: Organisation,
  { round, campaigns }: CountyMonth,
  { server, signal }: PlayedCounty,
): Promise<void> {
  const path = `/api/rounds/${round.id}`;
  const text = await marika.read(`${path}/invitation`);
  const people: DemoPerson[] = [];
  for (const campaign of campaigns) {
    if (signal.aborted) return;
    const { place } = campaign;
    const person = await demoPerson(server, place, place.leader);
    people.push(person);
    const agreement = {
      text,
      level: "counts",
      decidedBy: "Socialchef",
      decidedOn: addDays(round.from, -30),
      reference: `SN ${round.from.slice(0, 4)}/${place.code.slice(1)}`,
    };
    const { key } = await person.ask<Deliveries>("POST /api/agreements", agreement);
    const change = { keys: [key.text], hasLeft: false };
    await marika.ask(`PUT ${path}/participants/${place.code}`, change);
    const id = `${round.id}-${place.code}`;
    await plan(person, id, campaign, {
      ...planned,
      routine: null,
      round: round.id,
      ...daysOf(round),
      name: round.name,
    });
    await note(server, id, campaign);
    await person.ask(`POST /api/campaigns/${id}/closing`);
    const { delivery } = await person.ask<Prepared>(
      `POST /api/deliveries/${round.id}/preparation`,
      {
        statedCases: null,
      },
    );
    await person.ask(`POST /api/deliveries/${round.id}/${delivery.sequence}/sending`);
  }
  const { deliveries } = await marika.ask<RoundToday>(`GET ${path}`);
  for (const { id, state } of deliveries) {
    if (state !== "waiting") continue;
    await marika.ask(`POST ${path}/deliveries/${id}/decision`, { state: "accepted" });
  }
  if (await compiled(marika, path, signal)) {
    await marika.ask(`POST ${path}/release/publication`);
    for (const person of people) await person.ask(`POST /api/deliveries/${round.id}/return`);
  } else if (!signal.aborted) {
    throw new Error(`${receiver} cannot compile ${round.id}`);
  }
  for (const person of people) await person.leave();
}

/** Fewer hundredths of a second would only be more questions. */
const patience = 250;

/** @returns whether there is a draft to publish. */
async function compiled(marika: DemoPerson, path: string, signal: AbortSignal): Promise<boolean> {
  let { state } = await marika.ask<Compiling>(`POST ${path}/release`, { isInterim: false });
  while (state.kind === "running" && !signal.aborted) {
    await setTimeout(patience);
    ({ state } = await marika.ask<Compiling>(`GET ${path}/release`));
  }
  return state.kind === "draft";
}

async function noteRunning(
  server: DemoServer,
  place: CampaignPlace,
  campaign: TalliedCampaign,
  today: IsoDate,
): Promise<void> {
  const person = await demoPerson(server, place, place.leader);
  const id = `fokus-nu-${place.code}`;
  const days = { firstDay: addDays(today, -12), lastDay: addDays(today, 16) };
  await plan(person, id, campaign, {
    ...planned,
    ...days,
    routine: null,
    round: null,
    name: "Fokusmånad just nu",
  });
  await note(server, id, campaign);
  await person.leave();
}

async function noteRoutine(
  server: DemoServer,
  place: CampaignPlace,
  campaign: ReturnType<typeof runningRoutine>,
): Promise<void> {
  const person = await demoPerson(server, place, place.leader);
  const id = `alltid-${place.code}`;
  const { firstDay, lastDay } = campaign;
  await plan(person, id, campaign, {
    ...planned,
    ...{ firstDay, lastDay, routine: "goes-on", round: null },
    name: "Alltid fråga vid nybesök",
  });
  await note(server, id, campaign);
  await person.leave();
}

const planned = {
  tellsReceiver: false,
  instrument: { kind: "own" },
  contacts: "Samordnaren, 010-555 01 23",
  goals: "Minst sju av tio får frågan.\nAlla vet vad de gör när någon svarar ja.",
  guide: "Boka en extra kvart. Möt var och en för sig.",
} as const;

type Planned = Omit<CampaignPlan, "units">;

function daysOf({ from, through }: CountyMonth["round"]): Pick<Planned, "firstDay" | "lastDay"> {
  return { firstDay: from, lastDay: through };
}

async function plan(
  person: DemoPerson,
  id: string,
  { units }: TalliedCampaign,
  wished: Planned,
): Promise<void> {
  await person.ask(`PUT /api/campaigns/${id}`, { revision: 0, ...wished, units });
}

/** As if every unit had noted its meetings day by day. */
async function note(
  { store }: DemoServer,
  id: string,
  { place, rows }: TalliedCampaign,
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  await store.within(place.code, async (tx) => {
    const receipt = { key: id, content: id, day: first.day, isPile: false };
    await tx.screening.note(id, rows, receipt);
  });
}
