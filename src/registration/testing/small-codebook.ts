import { Codebook, type Text } from "#codebook";

/**
 * Small enough to be understood at one glance, and yet with everything that registration must deal
 * with: conditions within and across phases, an exclusive option, two repeat groups (one of them
 * conditional), dates with limits, a check across fields, and a question of the client's own.
 */
export const smallCodebook: Codebook = Codebook.parse({
  id: "small",
  version: "1.0.0",
  label: text("En liten kodbok"),
  definition: text("För prov"),
  validFrom: "2020-01-01",
  provenance: { status: "reconstructed" },
  phases: ["background", "before", "during", "after", "client"].map((id) => ({
    id,
    label: text(id),
  })),
  variables: [
    single("sex", "background", 2),
    { ...question("birthYear"), type: "integer", phase: "background", ageBandCuts: [25, 65] },
    single("children", "background", 2),
    { ...single("childrenSaw", "before", 2), condition: { answer: "children", in: [2] } },
    {
      ...single("violence", "before", 3),
      type: "multiple",
      options: [...options(3), { code: 9, label: text("inget av detta"), exclusive: true }],
    },
    { ...single("reported", "before", 2), required: false },
    {
      ...question("reportedOn"),
      type: "date",
      phase: "before",
      condition: { answer: "reported", in: [2] },
      dateLimits: { notAfterToday: true },
    },
    { ...single("level", "before", 3), view: { group: "risk", field: "level", take: "first" } },
    single("given", "during", 2),
    {
      ...single("kinds", "during", 3),
      type: "multiple",
      view: { group: "intervention", field: "kind", take: "set" },
    },
    single("goal", "after", 2),
    single("opinion", "client", 3),
    { ...single("comment", "client", 2), required: false },
    { ...single("whyWorse", "client", 2), condition: { answer: "opinion", in: [3] } },
  ],
  groups: [
    {
      id: "risk",
      label: text("Riskbedömning"),
      addLabel: text("Lägg till riskbedömning"),
      phases: ["before", "after"],
      requiredIn: ["before"],
      fields: [
        field("method", 2),
        { ...field("level", 3), condition: { field: "method", in: [1] } },
      ],
    },
    {
      id: "intervention",
      label: text("Insats"),
      addLabel: text("Lägg till insats"),
      phases: ["during"],
      requiredIn: ["during"],
      condition: { answer: "given", in: [1] },
      fields: [
        field("kind", 3),
        {
          ...question("from"),
          type: "date",
          dateLimits: { notAfterToday: true, notBeforeStartIn: ["during"] },
        },
        {
          ...question("until"),
          type: "date",
          required: false,
          dateLimits: { notBefore: "from" },
        },
      ],
    },
  ],
  checks: [
    {
      id: "goal-without-intervention",
      phase: "after",
      severity: "error",
      when: {
        all: [
          { answer: "goal", in: [1] },
          { answer: "given", in: [2] },
        ],
      },
      message: text("Målet nåddes utan insats"),
    },
    {
      id: "goal-and-harm",
      phase: "after",
      severity: "warning",
      when: {
        all: [
          { answer: "goal", in: [1] },
          { answer: "violence", in: [3] },
        ],
      },
      message: text("Stämmer det?"),
    },
  ],
});

function text(words: string): Text {
  return { sv: words, en: words };
}

function question(id: string) {
  return {
    id,
    concept: id,
    label: text(id),
    missing: [98, 99].map((code) => ({ code, label: text(String(code)) })),
    privacy: "sensitive",
    exportLevel: "national",
    provenance: { status: "reconstructed" },
  };
}

function options(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    code: index + 1,
    label: text(String(index + 1)),
  }));
}

function field(id: string, count: number) {
  return { ...question(id), type: "single", options: options(count) };
}

function single(id: string, phase: string, count: number) {
  return { ...field(id, count), phase };
}
