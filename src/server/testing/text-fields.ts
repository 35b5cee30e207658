import type { ActionsView } from "../wire-of-actions.ts";
import type { DeliveriesView } from "../wire-of-deliveries.ts";
import type { DocumentView } from "../wire-of-documents.ts";
import type { SavedViews } from "../wire-of-exploration.ts";
import type { RoundView } from "../wire-of-rounds.ts";
import { agreeTo, anInvitation, decided } from "./given-invitation.ts";
import { roundFields } from "./given-round.ts";
import { field, onCase, type Stage, type TextField } from "./text-field.ts";
import { backupTextFields } from "./text-fields-of-backups.ts";
import { disposalTextFields } from "./text-fields-of-disposal.ts";
import { logTextFields } from "./text-fields-of-log.ts";
import { peopleTextFields } from "./text-fields-of-people.ts";
import { screeningTextFields } from "./text-fields-of-screening.ts";
import { signInTextFields } from "./text-fields-of-sign-in.ts";
import { surveyTextFields } from "./text-fields-of-survey.ts";

const aRound = `/api/rounds/${roundFields.id}`;

const day = "2026-10-01";
const noContent = { measures: [], variables: [], groups: [], indicators: [], checks: [] };

function putAction({ coordinator }: Stage, change: object): Promise<Response> {
  return coordinator.request("PUT /api/actions/hostile-one", {
    revision: 0,
    round: "2026",
    about: null,
    intention: "Vi frågar alla.",
    responsible: "enhetschef",
    dueOn: null,
    state: "planned",
    outcome: "",
    isShared: false,
    ...change,
  });
}

const question = {
  set: "unit:here",
  show: "V22",
  by: null,
  time: null,
  period: null,
  group: null,
};

export const textFields: readonly TextField[] = [
  ...signInTextFields,
  field("StartCase.startedOn", (s, text) =>
    s.worker.request("POST /api/cases", { startedOn: text, unit: "here" }),
  ),
  field("StartCase.unit", (s, text) =>
    s.worker.request("POST /api/cases", { startedOn: day, unit: text }),
  ),
  field("StartCase.servedMunicipality", (s, text) =>
    s.worker.request("POST /api/cases", { startedOn: day, unit: "here", servedMunicipality: text }),
  ),
  field("StartCase.previousCode", (s, text) =>
    s.worker.request("POST /api/cases", { startedOn: day, unit: "here", previousCode: text }),
  ),
  ...["group", "id"].map((name) =>
    onCase(`AddItem.${name}`, "POST", "items", (text) => ({
      group: "riskAssessment",
      id: "0".repeat(32),
      phase: "before",
      [name]: text,
    })),
  ),
  onCase("CompletePhase.closedOn", "POST", "phases/after/completion", (text) => ({
    closedOn: text,
  })),
  onCase("CompletePhase.overrides.check", "POST", "phases/before/completion", (text) => ({
    overrides: [{ check: text, reason: "Det stämmer så" }],
  })),
  onCase("CompletePhase.overrides.reason", "POST", "phases/before/completion", (text) => ({
    overrides: [{ check: "very-severe-without-assessment", reason: text }],
  })),
  onCase("CorrectStart.startedOn", "PUT", "start", (text) => ({ startedOn: text })),
  ...(["codes", "number", "date", "missing"] as const).map((kind) =>
    onCase(`SetAnswer.value (${kind})`, "PUT", "answers/V01", (text) => ({
      basedOn: 0,
      value: { kind, codes: [text], number: text, date: text, code: text },
    })),
  ),

  ...surveyTextFields,
  ...peopleTextFields,
  ...logTextFields,
  ...disposalTextFields,
  ...backupTextFields,
  ...screeningTextFields,

  // Words of one's own: kept as they were written, or refused.
  field(
    "Reason.reason",
    (s, text) => s.colleague.request(`POST /api/cases/${s.code}/access-reasons`, { reason: text }),
    async (s) => {
      const told = await s.manager.request("GET /api/notices");
      const { notices } = (await told.json()) as { notices: readonly { reason: string }[] };
      return notices.map(({ reason }) => reason);
    },
  ),
  ...["phases/background/reopening", "reopening"].map((path) =>
    onCase("Reason.reason", "POST", path, (text) => ({ reason: text })),
  ),
  field(
    "Reason.reason",
    (s, text) => s.manager.request(`POST /api/cases/${s.code}/voiding`, { reason: text }),
    historyOf,
  ),
  field("Reason.reason", async (s, text) => {
    await s.manager.request(`POST /api/cases/${s.code}/voiding`, { reason: "Fel ärende" });
    return s.manager.request(`POST /api/cases/${s.code}/restoring`, { reason: text });
  }),
  field(
    "WriteGuidance.guidance",
    (s, text) => s.coordinator.request("PUT /api/units/here/guidance/sex", { guidance: text }),
    async (s) => {
      const told = await s.worker.request("GET /api/units/here/guidance");
      const { guidance } = (await told.json()) as { guidance: readonly { text: string }[] };
      return guidance.map(({ text }) => text);
    },
  ),
  field("TransferCase.unit", (s, text) =>
    s.manager.request(`PUT /api/cases/${s.code}/unit`, { unit: text, reason: "Har flyttat dit" }),
  ),
  field(
    "TransferCase.reason",
    (s, text) =>
      s.manager.request(`PUT /api/cases/${s.code}/unit`, { unit: "there", reason: text }),
    (s) => historyOf({ ...s, manager: s.manager }),
  ),
  ...["from", "to", "reason"].map((name) =>
    field(`HandOver.${name}`, (s, text) =>
      s.manager.request("POST /api/units/here/hand-over", {
        from: s.colleague.account,
        to: null,
        reason: "Hon har slutat",
        [name]: text,
      }),
    ),
  ),
  field("AssignCase.assignee", (s, text) =>
    s.manager.request(`PUT /api/cases/${s.code}/assignee`, { assignee: text }),
  ),
  field("ShareCase.share.unit", (s, text) =>
    s.manager.request(`PUT /api/cases/${s.code}/share`, { share: { unit: text, assignee: null } }),
  ),
  field("ShareCase.share.assignee", (s, text) =>
    s.manager.request(`PUT /api/cases/${s.code}/share`, {
      share: { unit: "there", assignee: text },
    }),
  ),
  onCase("ServeMunicipality.servedMunicipality", "PUT", "served-municipality", (text) => ({
    servedMunicipality: text,
  })),
  onCase("LinkPreviousCase.previousCode", "PUT", "previous-case", (text) => ({
    previousCode: text,
  })),
  field("NameReaders.readers", (s, text) =>
    s.manager.request(`PUT /api/cases/${s.code}/readers`, { readers: [text], seen: null }),
  ),
  field("NameReaders.seen", (s, text) =>
    s.manager.request(`PUT /api/cases/${s.code}/readers`, { readers: null, seen: [text] }),
  ),
  field("DismissLookAlikes.codes", (s, text) =>
    s.manager.request("POST /api/units/here/look-alikes/dismissal", { codes: [s.code, text] }),
  ),
  field(
    "OpenRegistrationSession.name",
    (s, text) => s.coordinator.request("POST /api/units/here/sessions", { name: text }),
    async (_, answer) => [(answer as { name: string }).name],
  ),
  field("SettleTakenCase.code", (s, text) =>
    s.worker.request(`PUT /api/units/here/sessions/${s.session}/outcome`, {
      code: text,
      outcome: "done",
    }),
  ),
  field("SaveDraft.content.measures", (s, text) =>
    s.coordinator.request("PUT /api/local-codebook/draft", {
      basedOn: 0,
      content: { ...noContent, measures: [text] },
    }),
  ),
  field(
    "SaveView.name",
    (s, text) => s.worker.request("POST /api/saved-views", { name: text, question }),
    async (s, answer) => {
      const { views } = answer as SavedViews;
      for (const { id } of views) await s.worker.request(`DELETE /api/saved-views/${id}`);
      return views.map(({ name }) => name);
    },
  ),
  ...["set", "show", "by", "time", "period", "group"].map((part) =>
    field(`SaveView.question.${part}`, (s, text) =>
      s.worker.request("POST /api/saved-views", {
        name: "Vy",
        question: { ...question, [part]: text },
      }),
    ),
  ),
  field("FreezeHalfYear.halfYear", (s, text) =>
    s.coordinator.request("POST /api/local-releases", { halfYear: text }),
  ),
  ...(["comments", "talkAbout"] as const).map((name) =>
    field(
      `WriteWords.${name}`,
      async (s, text) => {
        const path = "/api/documents/committee/2025-H1";
        const told = (await (await s.coordinator.request(`GET ${path}`)).json()) as DocumentView;
        return s.coordinator.request(`PUT ${path}/words`, {
          basedOn: told.own.revision,
          comments: "",
          talkAbout: "",
          [name]: text,
        });
      },
      async (_, answer) => [(answer as DocumentView).own[name]],
    ),
  ),
  ...(["intention", "responsible", "outcome"] as const).map((name) =>
    field(
      `SaveAction.${name}`,
      (s, text) => putAction(s, { [name]: text }),
      async (s, answer) => {
        await s.coordinator.request("DELETE /api/actions/hostile-one");
        const [round] = (answer as ActionsView).rounds;
        return round?.actions.map((action) => action[name]) ?? [];
      },
    ),
  ),
  ...["round", "about", "dueOn"].map((name) =>
    field(`SaveAction.${name}`, (s, text) => putAction(s, { [name]: text })),
  ),
  ...["variables", "groups", "indicators", "checks"].map((list) =>
    field(`SaveDraft.content.${list}.*`, (s, text) =>
      s.coordinator.request("PUT /api/local-codebook/draft", {
        basedOn: 0,
        content: { ...noContent, [list]: [{ id: text, label: { sv: text, en: text } }] },
      }),
    ),
  ),
  field("CommentDraft.variable", (s, text) =>
    s.worker.request("POST /api/local-codebook/comments", { variable: text, text: "Behövs den?" }),
  ),
  field(
    "CommentDraft.text",
    (s, text) =>
      s.worker.request("POST /api/local-codebook/comments", { variable: "k9001.fraga1", text }),
    async (_, answer) =>
      (answer as { comments: readonly { text: string }[] }).comments.map(({ text }) => text),
  ),
  field("PublishDraft.note", (s, text) =>
    s.coordinator.request("POST /api/local-codebook/publication", { basedOn: 1, note: text }),
  ),
  field("ReadInvitation.text", (s, text) =>
    s.coordinator.request("POST /api/invitations", { text }),
  ),
  field("Agree.text", (s, text) =>
    s.coordinator.request("POST /api/agreements", { text, ...decided }),
  ),
  ...(["decidedBy", "reference"] as const).map((part) =>
    field(`Agree.${part}`, agreeAs(part), async (s, answer) => {
      const { rounds } = answer as DeliveriesView;
      const found = rounds.find(({ round }) => round.id === s.code.toLowerCase());
      return found ? [found.agreement[part]] : [];
    }),
  ),
  field("Agree.decidedOn", agreeAs("decidedOn")),
  ...(["name", "legalBasis", "purpose"] as const).map((part) =>
    field(`CreateRound.${part}`, createRound(part), async (_, answer) => {
      const { round, ...asked } = answer as RoundView;
      return [part === "name" ? round.name : asked[part]];
    }),
  ),
  ...["id", "from", "through", "cutOff"].map((part) =>
    field(`CreateRound.${part}`, createRound(part)),
  ),
  ...["id", "version"].map((part) =>
    field(`CreateRound.codebook.${part}`, (s, text) =>
      s.analyst.request("POST /api/rounds", {
        ...roundFields,
        codebook: { ...roundFields.codebook, [part]: text },
      }),
    ),
  ),
  field("CreateRound.interimDays", (s, text) =>
    s.analyst.request("POST /api/rounds", { ...roundFields, interimDays: [text] }),
  ),
  ...["code", "name", "county"].map((part) =>
    field(
      `NameParticipants.participants.${part}`,
      (s, text) =>
        s.analyst.request(`POST ${aRound}/participants`, {
          participants: [{ code: "9003", name: "Xaby", county: "91", [part]: text }],
        }),
      part === "name"
        ? async (_, answer) => (answer as RoundView).participants.map(({ name }) => name)
        : undefined,
    ),
  ),
  field("ChangeParticipant.keys", (s, text) =>
    s.analyst.request(`PUT ${aRound}/participants/9001`, { keys: [text], hasLeft: false }),
  ),
  field("RemindParticipants.participants", (s, text) =>
    s.analyst.request(`POST ${aRound}/reminders`, { participants: [text] }),
  ),
];

/** To a round that nobody has agreed to. */
function agreeAs(part: string): TextField["send"] {
  return async ({ coordinator, code }, text) => {
    const { invitation } = await anInvitation({ kind: "demo", round: { id: code.toLowerCase() } });
    return agreeTo(coordinator, invitation, { [part]: text });
  };
}

/** With an id that nobody has had. */
function createRound(part: string): TextField["send"] {
  return ({ analyst, code }, text) =>
    analyst.request("POST /api/rounds", {
      ...roundFields,
      id: code.toLowerCase(),
      [part]: text,
    });
}

async function historyOf({ manager, code }: Stage): Promise<readonly unknown[]> {
  const told = await manager.request(`GET /api/cases/${code}/history`);
  const { revisions } = (await told.json()) as { revisions: readonly { reason: string }[] };
  return revisions.map(({ reason }) => reason);
}
