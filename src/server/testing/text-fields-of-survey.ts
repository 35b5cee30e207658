import type { ClientContactsView } from "../wire-of-survey.ts";
import { field, onCase, type TextField } from "./text-field.ts";

const day = "2026-10-01";

/** What the staff may write about the client's survey. */
export const surveyTextFields: readonly TextField[] = [
  ...["offered", "declined"].map((kind) =>
    onCase("SettleSurvey.survey.on", "PUT", "survey", (text) => ({ survey: { kind, on: text } })),
  ),
  field("KeyInSurvey.answeredOn", (s, text) =>
    s.coordinator.request(`POST /api/survey-answers/${s.code}`, { answeredOn: text, answers: {} }),
  ),
  field("KeyInSurvey.answers.*", (s, text) =>
    s.coordinator.request(`POST /api/survey-answers/${s.code}`, {
      answeredOn: day,
      answers: JSON.parse(`{${JSON.stringify(text)}:{"kind":"codes","codes":[1]}}`),
    }),
  ),
  onCase("InviteToSurvey.language", "POST", "survey-invitations", (text) => ({
    mode: "own-device",
    language: text,
    isDeviceSafe: true,
  })),
  field("ApproveLanguage.textHash", (s, text) =>
    s.coordinator.request("PUT /api/survey-languages/en/approval", { textHash: text }),
  ),
  ...(["contact", "dataProtection"] as const).map((name) =>
    field(
      `WriteClientContacts.${name}`,
      (s, text) => {
        const contacts = { contact: "", dataProtection: "", [name]: text };
        return s.coordinator.request("PUT /api/client-contacts", contacts);
      },
      async (_, answer) => [(answer as ClientContactsView)[name]],
    ),
  ),
];
