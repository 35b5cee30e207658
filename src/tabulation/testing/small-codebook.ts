import { Codebook } from "#codebook";

const text = (sv: string) => ({ sv, en: sv });
const provenance = { status: "reconstructed" } as const;
const options = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ code: index + 1, label: text(`${index + 1}`) }));
const field = (id: string, more: object) => ({
  id,
  concept: id,
  label: text(id),
  privacy: "sensitive",
  exportLevel: "national",
  provenance,
  ...more,
});

const question = (id: string, phase: string, more: object) => ({ ...field(id, more), phase });

/** One question of each kind that is coded differently, and a client who answers three. */
export function smallCodebook(more: { readonly indicators?: readonly object[] } = {}): Codebook {
  return Codebook.parse({
    id: "small",
    version: "1.0.0",
    label: text("Liten"),
    definition: text("Liten"),
    validFrom: "2026-01-01",
    provenance,
    phases: [],
    variables: [
      question("sex", "background", {
        type: "single",
        options: options(2),
        missing: [{ code: 98, label: text("98") }],
      }),
      question("age", "background", { type: "integer", ageBandCuts: [25, 65] }),
      question("visits", "during", { type: "integer" }),
      question("help", "during", {
        type: "multiple",
        options: options(70),
        condition: { answer: "sex", in: [1] },
      }),
      question("better", "client", {
        type: "single",
        options: options(4),
        missing: [{ code: 98, label: text("98") }],
      }),
      question("wishes", "client", { type: "multiple", options: options(3) }),
      question("meaning", "client", {
        type: "single",
        options: options(4),
        condition: { answer: "better", in: [1, 2] },
      }),
    ],
    groups: [
      {
        id: "talk",
        label: text("Samtal"),
        addLabel: text("Lägg till samtal"),
        phases: ["during"],
        fields: [field("kind", { type: "single", options: options(3) })],
      },
    ],
    indicators: more.indicators ?? [],
  });
}
