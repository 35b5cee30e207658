import { field, type TextField } from "./text-field.ts";

const rule = {
  years: 5,
  decidedBy: "socialnämnden",
  decidedOn: "2026-01-02",
  reference: "SN 2026/1",
};

/** What those who lead write about disposal. */
export const disposalTextFields: readonly TextField[] = [
  field("SetDisposalRule.decidedOn", (s, text) =>
    s.coordinator.request("PUT /api/disposal/rule", { ...rule, decidedOn: text }),
  ),
  ...["decidedBy", "reference"].map((name) =>
    field(`SetDisposalRule.${name}`, (s, text) =>
      s.coordinator.request("PUT /api/disposal/rule", { ...rule, [name]: text }),
    ),
  ),
  field("Reason.reason", (s, text) =>
    s.manager.request(`PUT /api/disposal/holds/${s.code}`, { reason: text }),
  ),
  field("ProposeDisposal.listSha256", (s, text) =>
    s.coordinator.request("POST /api/disposal/proposals", { listSha256: text }),
  ),
  field("ExecuteDisposal.listSha256", (s, text) =>
    s.coordinator.request("POST /api/disposal/executions", { number: 1, listSha256: text }),
  ),
];
