import type { PeopleView, UnitsView } from "../wire-of-people.ts";
import { field, type Stage, type TextField } from "./text-field.ts";

const worker = { role: "caseWorker", unit: "here" } as const;

/** Each under a sign-in name of its own: what one text has made is there for the next. */
let invited = 0;

function invite({ administrator }: Stage, change: object): Promise<Response> {
  const signInName = `disa${invited++}`;
  const body = { name: "Disa", signInName, roles: [worker], ...change };
  return administrator.request("POST /api/people", body);
}

async function changeOwn({ administrator }: Stage, change: object): Promise<Response> {
  const roles = [{ role: "administrator", unit: null }];
  const body = { name: "Ada", roles, seen: roles, ...change };
  return administrator.request(`PUT /api/people/${administrator.account}`, body);
}

async function listPeople({ administrator }: Stage): Promise<PeopleView["people"]> {
  const told = (await (await administrator.request("GET /api/people")).json()) as PeopleView;
  return told.people;
}

function begin({ worker: anybody }: Stage, change: object): Promise<Response> {
  return anybody.request("POST /api/first-run", {
    act: "begin",
    secret: "A".repeat(22),
    municipality: { code: "9009", name: "Ny" },
    administrator: { name: "Eva", signInName: "eva" },
    ...change,
  });
}

const aUnit = { kind: "both", isOpenToColleagues: false, serves: [] };

export const peopleTextFields: readonly TextField[] = [
  field(
    "InvitePerson.name",
    (s, text) => invite(s, { name: text }),
    async (s, answer) => {
      const { account } = answer as { readonly account: string };
      return (await listPeople(s)).filter((each) => each.account === account).map((p) => p.name);
    },
  ),
  field(
    "InvitePerson.signInName",
    (s, text) => invite(s, { signInName: text }),
    async (s) => (await listPeople(s)).map(({ signInName }) => signInName),
  ),
  field("InvitePerson.roles.unit", (s, text) => invite(s, { roles: [{ ...worker, unit: text }] })),
  field(
    "ChangePerson.name",
    (s, text) => changeOwn(s, { name: text }),
    async (s) => (await listPeople(s)).map(({ name }) => name),
  ),
  field("ChangePerson.roles.unit", (s, text) =>
    changeOwn(s, { roles: [{ ...worker, unit: text }] }),
  ),
  field("ChangePerson.seen.unit", (s, text) => changeOwn(s, { seen: [{ ...worker, unit: text }] })),
  field(
    "WriteUnit.name",
    (s, text) => s.administrator.request("POST /api/units", { ...aUnit, name: text }),
    async (_, answer) => (answer as UnitsView).units.map(({ name }) => name),
  ),
  field("WriteUnit.serves", (s, text) =>
    s.administrator.request("POST /api/units", { ...aUnit, name: "Fyren", serves: [text] }),
  ),
  field("BeginFirstRun.secret", (s, text) => begin(s, { secret: text })),
  ...["code", "name"].map((name) =>
    field(`BeginFirstRun.municipality.${name}`, (s, text) =>
      begin(s, { municipality: { code: "9009", name: "Ny", [name]: text } }),
    ),
  ),
  ...["name", "signInName"].map((name) =>
    field(`BeginFirstRun.administrator.${name}`, (s, text) =>
      begin(s, { administrator: { name: "Eva", signInName: "eva", [name]: text } }),
    ),
  ),
];
