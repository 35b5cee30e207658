import type {
  CampaignView,
  ChecklistView,
  ObstaclesView,
  TextPackList,
} from "../wire-of-screening.ts";
import { type CampaignWish, campaignOf, newReceipt } from "./given-campaign.ts";
import { field, type Stage, type TextField } from "./text-field.ts";

const aCampaign = "/api/campaigns/hostile-one";

/** The one campaign there is, as it stands by now. */
async function putCampaign({ coordinator }: Stage, change: CampaignWish): Promise<Response> {
  const told = await coordinator.request(`GET ${aCampaign}`);
  const revision = told.ok ? ((await told.json()) as CampaignView).revision : 0;
  const body = campaignOf(["here"], { revision, ...change });
  return coordinator.request(`PUT ${aCampaign}`, body);
}

function inCampaign(schema: string, name: string, path: string, body: () => object): TextField {
  return field(`${schema}.${name}`, async (s, text) => {
    await putCampaign(s, {});
    return s.worker.request(`POST ${aCampaign}/${path}`, { ...body(), [name]: text });
  });
}

const combination = "F04=1;F06=3";

function meeting(): object {
  return { receipt: newReceipt(), unit: "here", day: "2026-11-02", combination };
}

function pile(): object {
  const day = "2026-11-02";
  const lines = [{ combination, count: 2 }];
  return { receipt: newReceipt(), unit: "here", day, number: newReceipt(), forms: 2, lines };
}

async function putObstacle(s: Stage, change: object): Promise<Response> {
  await putCampaign(s, {});
  return s.coordinator.request(`PUT ${aCampaign}/obstacles/of-${s.code.toLowerCase()}`, {
    revision: 0,
    obstacle: 1,
    intention: "En kvart längre.",
    responsible: "enhetschef",
    dueOn: null,
    outcome: "",
    state: "planned",
    carriedFrom: null,
    ...change,
  });
}

async function putChecklist({ coordinator }: Stage, change: object): Promise<Response> {
  const path = "/api/units/here/checklist";
  const { revision } = (await (await coordinator.request(`GET ${path}`)).json()) as ChecklistView;
  const body = { revision, steps: "Lyssna.", contacts: "Samordnaren", ...change };
  return coordinator.request(`PUT ${path}`, body);
}

const pack = {
  name: "Våra frågor",
  version: "1",
  licence: "Egna ord",
  introduction: "",
  questions: ["Har någon gjort dig illa?"],
};

/** What is written of campaigns, by those who plan them and those who note meetings. */
export const screeningTextFields: readonly TextField[] = [
  ...(["name", "contacts", "goals", "guide"] as const).map((name) =>
    field(
      `SaveCampaign.${name}`,
      (s, text) => putCampaign(s, { [name]: text }),
      async (_, answer) => [(answer as CampaignView)[name]],
    ),
  ),
  ...(["firstDay", "lastDay", "round"] as const).map((name) =>
    field(`SaveCampaign.${name}`, (s, text) => putCampaign(s, { [name]: text })),
  ),
  field("SaveCampaign.units.unit", (s, text) =>
    putCampaign(s, { units: ["here", text].map((unit) => ({ unit, kind: 1, expected: null })) }),
  ),
  field(
    "SaveCampaign.instrument.version",
    (s, text) => putCampaign(s, { instrument: { kind: "freda-short", version: text } }),
    async (_, answer) => {
      const { instrument } = answer as CampaignView;
      return [instrument.kind === "freda-short" && instrument.version];
    },
  ),
  field("SaveCampaign.instrument.pack", (s, text) =>
    putCampaign(s, { instrument: { kind: "text-pack", pack: text } }),
  ),
  ...["receipt", "unit", "day", "combination"].flatMap((name) => [
    inCampaign("NoteMeeting", name, "meetings", meeting),
    inCampaign("NoteMeeting", name, "meetings/undo", meeting),
  ]),
  ...["receipt", "unit", "day", "number"].map((name) =>
    inCampaign("EnterPile", name, "piles", pile),
  ),
  field("EnterPile.lines.combination", async (s, text) => {
    await putCampaign(s, {});
    const lines = [{ combination: text, count: 2 }];
    return s.worker.request(`POST ${aCampaign}/piles`, { ...pile(), lines });
  }),
  inCampaign("AnswerConfidence", "receipt", "confidence", () => ({
    moment: "before",
    answer: [1, 2, 3],
  })),
  ...(["intention", "responsible", "outcome"] as const).map((name) =>
    field(
      `SaveObstacleAction.${name}`,
      (s, text) => putObstacle(s, { [name]: text }),
      async (_, answer) => (answer as ObstaclesView).actions.map((action) => action[name]),
    ),
  ),
  ...["dueOn", "carriedFrom"].map((name) =>
    field(`SaveObstacleAction.${name}`, (s, text) => putObstacle(s, { [name]: text })),
  ),
  ...(["steps", "contacts"] as const).map((name) =>
    field(
      `SaveChecklist.${name}`,
      (s, text) => putChecklist(s, { [name]: text }),
      async (_, answer) => [(answer as ChecklistView)[name]],
    ),
  ),
  field("LoadTextPack.text", (s, text) => s.coordinator.request("POST /api/text-packs", { text })),
  field(
    "LoadTextPack.text",
    (s, introduction) =>
      s.coordinator.request("POST /api/text-packs", {
        text: JSON.stringify({ ...pack, introduction }),
      }),
    async (_, answer) => (answer as TextPackList).packs.map(({ introduction }) => introduction),
  ),
];
