import { Codebook } from "#codebook";

const text = (sv: string) => ({ sv, en: sv });
const provenance = { status: "reconstructed" } as const;
const missing = [98, 99].map((code) => ({ code, label: text(`${code}`) }));

function question(id: string, options: { readonly [code: number]: string }, more: object = {}) {
  return {
    id,
    concept: id,
    label: text(id),
    type: "single",
    phase: "background",
    options: Object.entries(options).map(([code, label]) => ({
      code: Number(code),
      label: text(label),
    })),
    missing,
    privacy: "sensitive",
    exportLevel: "national",
    provenance,
    ...more,
  };
}

function field(id: string, options: { readonly [code: number]: string }) {
  const { phase: _, ...asked } = question(id, options);
  return asked;
}

function codebook(id: string, validFrom: string, parts: object): Codebook {
  return Codebook.parse({
    id,
    version: "1.0.0",
    label: text(id),
    definition: text(id),
    validFrom,
    provenance,
    phases: [],
    ...parts,
  });
}

const talk = (fields: readonly object[]) => [
  { id: "talk", label: text("Samtal"), addLabel: text("Lägg till"), phases: ["during"], fields },
];

/** Everything that can become of a question is between these two. */
export const older = codebook("older", "2019-01-01", {
  variables: [
    question("housing", { 1: "Eget", 2: "Hyr", 3: "Hyr i andra hand", 4: "Gatan" }),
    question("help", { 1: "Samtal", 2: "Boende", 3: "Pengar", 4: "Kläder" }, { type: "multiple" }),
    question("age", {}, { type: "integer", ageBandCuts: [26, 41] }),
    question("harm", { 1: "Lindrig", 2: "Svår" }),
    question("contact", { 1: "Brev", 2: "Telefon" }),
    question("V9", { 1: "Man", 2: "Kvinna" }, { concept: "partner" }),
    question("place", { 1: "Norr", 2: "Söder" }, { concept: "birthPlace" }),
    question("gone", { 1: "Ja", 2: "Nej" }),
    question("better", { 1: "Ja", 2: "Delvis", 3: "Lite" }, { phase: "client" }),
    question(
      "why",
      { 1: "A", 2: "B" },
      { phase: "client", condition: { answer: "better", in: [2] } },
    ),
  ],
  groups: talk([field("kind", { 1: "Kort", 2: "Långt", 3: "Mycket långt" })]),
});

const said = { codebook: "older", meaning: "kept", note: text("Slogs ihop.") } as const;

export const newest = codebook("newest", "2021-01-01", {
  variables: [
    question("housing", { 1: "Eget", 5: "Hyr, i första eller andra hand" }),
    question("help", { 1: "Samtal", 2: "Boende", 6: "Annat" }, { type: "multiple" }),
    question("age", {}, { type: "integer", ageBandCuts: [25, 35] }),
    question("harm", { 1: "Lindrig", 2: "Svår" }),
    question("contact", { 1: "Brev", 2: "Telefon" }, { type: "multiple" }),
    question("partner", { 1: "Man", 2: "Kvinna" }),
    question("place", { 1: "Norr", 2: "Söder" }, { concept: "livingPlace" }),
    question("fresh", { 1: "Ja", 2: "Nej" }),
    question("better", { 1: "Ja", 4: "Delvis eller lite" }, { phase: "client" }),
    question(
      "why",
      { 1: "A", 2: "B" },
      { phase: "client", condition: { answer: "better", in: [4] } },
    ),
  ],
  groups: talk([
    field("kind", { 1: "Kort", 4: "Långt eller mycket långt" }),
    field("tone", { 1: "God", 2: "Dålig" }),
  ]),
  earlier: [
    { ...said, concept: "housing", variable: "housing", codes: [{ from: [2, 3], to: 5 }] },
    { ...said, concept: "help", variable: "help", codes: [{ from: [3, 4], to: 6 }] },
    { ...said, concept: "age", variable: "age" },
    { ...said, concept: "harm", variable: "harm", meaning: "broken" },
    { ...said, concept: "better", variable: "better", codes: [{ from: [2, 3], to: 4 }] },
    { ...said, concept: "kind", variable: "talk.kind", codes: [{ from: [2, 3], to: 4 }] },
  ],
});
