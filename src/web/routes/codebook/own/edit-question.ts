import type {
  Condition,
  Field,
  MissingOption,
  Question,
  RepeatGroup,
  Text,
  Variable,
} from "#codebook";

/** Own questions never leave the municipality, so their English text is the Swedish one. */
export function inSwedish(words: string): Text {
  return { sv: words, en: words };
}

/** What can be chosen on purpose instead of an answer. */
export const missingChoices: readonly MissingOption[] = [
  { code: 97, label: { sv: "Ej tillämpligt", en: "Not applicable" } },
  { code: 98, label: { sv: "Uppgift saknas", en: "No information" } },
  { code: 99, label: { sv: "Vet ej", en: "Do not know" } },
];

const asked: Omit<Field, "id" | "concept" | "label"> = {
  type: "single",
  options: [],
  missing: missingChoices.slice(1),
  required: false,
  privacy: "sensitive",
  exportLevel: "local",
  collapse: [],
  provenance: { status: "published" },
};

/** @param taken names that were ever published or stand in the draft; the new one's number is higher. */
export function newVariable(namespace: string, taken: readonly string[]): Variable {
  const id = nextName(`${namespace}fraga`, taken);
  return { ...asked, id, concept: conceptOf(id), label: inSwedish(""), phase: "before" };
}

export function newField(group: string, taken: readonly string[]): Field {
  const name = nextName(`${group}.fraga`, taken);
  const id = name.slice(group.length + 1);
  return { ...asked, id, concept: conceptOf(name), label: inSwedish("") };
}

/** Rows that can be several begin with a day: without one they have no order. */
export function newGroup(namespace: string, taken: readonly string[]): RepeatGroup {
  const id = nextName(`${namespace}rader`, taken);
  const date = { ...newField(id, taken), label: inSwedish("Datum"), type: "date" } as const;
  return {
    id,
    label: inSwedish(""),
    addLabel: inSwedish("Lägg till"),
    phases: ["during"],
    requiredIn: [],
    fields: [{ ...date, dateLimits: { notAfterToday: true } }],
  };
}

/** Names are given by number, and a number is never given twice. */
function nextName(prefix: string, taken: readonly string[]): string {
  const numbers = taken
    .filter((name) => name.startsWith(prefix))
    .map((name) => Number.parseInt(name.slice(prefix.length), 10) || 0);
  return `${prefix}${Math.max(0, ...numbers) + 1}`;
}

function conceptOf(name: string): string {
  return name.replaceAll(".", "");
}

/** @param highest the highest code that was ever published for the question. */
export function withNewOption<Asked extends Question>(question: Asked, highest: number): Asked {
  const used = Math.max(highest, 0, ...question.options.map(({ code }) => code));
  return { ...question, options: [...question.options, { code: used + 1, label: inSwedish("") }] };
}

export function withoutOption<Asked extends Question>(question: Asked, code: number): Asked {
  return {
    ...question,
    options: question.options.filter((option) => option.code !== code),
    collapse: question.collapse.filter((codes) => !codes.includes(code)),
  };
}

/** What only the other kind of answer has goes away. */
export function withType<Asked extends Question>(question: Asked, type: Question["type"]): Asked {
  const { range: _, dateLimits: __, ageBandCuts: ___, ...kept } = question;
  const options = type === "single" || type === "multiple" ? question.options : [];
  return {
    ...kept,
    type,
    options: type === "single" ? options.map(({ exclusive: ____, ...option }) => option) : options,
    collapse: options.length === 0 ? [] : question.collapse,
    ...(type === "date" ? { dateLimits: { notAfterToday: true } } : {}),
  } as Asked;
}

/** An empty text is no text. */
export function withText<Asked extends Question>(
  question: Asked,
  part: "prompt" | "definition" | "example",
  words: string,
): Asked {
  const { [part]: _, ...kept } = question;
  return (words === "" ? kept : { ...kept, [part]: inSwedish(words) }) as Asked;
}

export function withCondition<Asked extends Question>(
  question: Asked,
  condition: Condition | undefined,
): Asked {
  const { condition: _, ...kept } = question;
  return (condition ? { ...kept, condition } : kept) as Asked;
}

export function withRange<Asked extends Question>(
  question: Asked,
  range: Question["range"],
): Asked {
  const { range: _, ...kept } = question;
  return (range ? { ...kept, range } : kept) as Asked;
}
