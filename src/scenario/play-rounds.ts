import { addDays, type IsoDate } from "#kernel";
import { type DemoPerson, type DemoServer, demoPerson } from "./demo-person.ts";
import type { Organisation, World } from "./world.ts";

// As much of the server's answers as is looked at here.
type Rounds = {
  readonly rounds: readonly { readonly id: string }[];
  readonly codebooks: readonly { readonly id: string; readonly version: string }[];
};
type Deliveries = { readonly key: { readonly text: string } };
type Prepared = { readonly delivery: { readonly sequence: number } };
type RoundToday = {
  readonly deliveries: readonly {
    readonly id: string;
    readonly state: string;
    readonly participant: { readonly code: string } | null;
  }[];
};

/** Where the demo is served, and who plays in it. */
export type Played = {
  readonly server: DemoServer;
  readonly world: World;
  readonly today: IsoDate;
};

/** How many cases the units say that they have had; who is not here sends nothing. */
const sends: { readonly [municipality: string]: number } = { "9002": 24, "9007": 15 };
const accepted = "9002";

/**
 * The nation's analyst asks for a round of this year and for the one that is published; the coordinators
 * agree, two of them deliver, and one file comes that is none. All of it over the same routes as people
 * use, so that nothing in the demo is otherwise than it could be. A demo that was kept has its rounds.
 */
export async function playRounds({ server, world, today }: Played): Promise<void> {
  const { organisations, round: past } = world;
  const nation = organisations.find(({ kind }) => kind === "nation");
  const [analyst] = nation?.people ?? [];
  if (!nation || !analyst) return;
  const hedvig = await demoPerson(server, nation, analyst);
  const { rounds, codebooks } = await hedvig.ask<Rounds>("GET /api/rounds");
  const [codebook] = codebooks;
  if (rounds.length > 0 || !codebook) return hedvig.leave();

  const participants = organisations
    .filter(({ kind }) => kind === "municipality")
    .map(({ code, name, county }) => ({ code, name, county }));
  const { id, version } = codebook;
  const asked = { codebook: { id, version }, level: "rows", interimDays: [], ...grounds };
  const askFor = async (wish: Wish) => {
    await hedvig.ask("POST /api/rounds", { ...asked, ...wish });
    await hedvig.ask(`POST /api/rounds/${wish.id}/participants`, { participants });
  };
  const through = addDays(past.period.until, -1);
  const { cutOff } = past;
  const earlier = { id: past.id, name: `Uppföljningen ${past.id.replace("-", "–")}`, cutOff };
  await askFor({ ...earlier, from: past.period.from, through });
  await hedvig.ask(`POST /api/rounds/${past.id}/ending`, { ended: true });
  const current = ofYear(Number(today.slice(0, 4)));
  await askFor(current);
  await answer(hedvig, current.id, { server, world, today });
  await hedvig.leave();
}

type Wish = {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly through: string;
  readonly cutOff: string;
  readonly interimDays?: readonly string[];
};

/** The whole year; what is registered in the January after still counts. */
function ofYear(year: number): Wish {
  return {
    id: String(year),
    name: `Uppföljningen ${year}`,
    from: `${year}-01-01`,
    through: `${year}-12-31`,
    cutOff: `${year + 1}-01-31T22:59:59.999Z`,
    interimDays: [`${year}-06-30`],
  };
}

const grounds = {
  legalBasis:
    "Påhittat underlag för övningen: kommunen lämnar uppgifter för uppföljning utan namn, personnummer eller datum.",
  purpose: "Att se om stödet till vuxna som utsatts för våld gör skillnad.",
} as const;

async function answer(
  hedvig: DemoPerson,
  round: string,
  { server, world, today }: Played,
): Promise<void> {
  const path = `/api/rounds/${round}`;
  const text = await hedvig.read(`${path}/invitation`);
  for (const place of world.organisations.filter(isNamed)) {
    const leader = coordinatorOf(place);
    if (!leader) continue;
    const person = await demoPerson(server, place, leader);
    const { key } = await person.ask<Deliveries>("POST /api/agreements", {
      text,
      level: "rows",
      decidedBy: "Socialchef",
      decidedOn: addDays(today, -1),
      reference: `SN ${round}/214`,
    });
    const change = { keys: [key.text], hasLeft: false };
    await hedvig.ask(`PUT ${path}/participants/${place.code}`, change);
    const statedCases = sends[place.code];
    if (statedCases !== undefined) await deliver(person, round, statedCases);
    await person.leave();
  }
  await fetch(`${server.base}/api/intake/0000/${round}/deliveries`, {
    method: "POST",
    body: "kommun;antal\n9005;31\n",
  }).then((response) => response.body?.cancel());
  const { deliveries } = await hedvig.ask<RoundToday>(`GET ${path}`);
  const sound = deliveries.find(({ participant }) => participant?.code === accepted);
  if (sound?.state === "waiting") {
    await hedvig.ask(`POST ${path}/deliveries/${sound.id}/decision`, { state: "accepted" });
  }
}

/** The municipalities whose people can be met. */
function isNamed({ code, kind }: Organisation): boolean {
  return kind === "municipality" && ["9001", "9002", "9007"].includes(code);
}

function coordinatorOf({ people }: Organisation) {
  return people.find(({ grants }) => grants.some(({ role }) => role === "coordinator"));
}

async function deliver(person: DemoPerson, round: string, statedCases: number): Promise<void> {
  const path = `/api/deliveries/${round}`;
  const { delivery } = await person.ask<Prepared>(`POST ${path}/preparation`, { statedCases });
  await person.ask(`POST ${path}/${delivery.sequence}/sending`);
}
