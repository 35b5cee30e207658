import { z } from "zod";
import { phaseIds } from "#codebook";
import { DeliveryHeadingForm } from "./check-heading.ts";
import { limits } from "./delivery-format.ts";
import { PackageHeadingForm } from "./package/package-heading.ts";

const Code = z.int().min(0);
const Quarter = z.string().regex(/^\d{4}Q[1-4]$/);
const Name = z.string().min(1);
const Phase = z.enum(phaseIds);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const Answer = z.union([
  Code,
  z.array(Code).min(1),
  Quarter,
  z.strictObject({ number: z.int() }),
  z.literal("answered"),
]);
const Answers = z.record(Name, Answer);

const Case = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{32}$/),
  started: Quarter.nullable(),
  closed: Quarter.nullable(),
  counts: z.strictObject({ started: z.boolean(), closed: z.boolean() }),
  begun: z.array(Phase).min(1),
  answers: Answers,
  items: z.array(z.strictObject({ group: Name, phase: Phase, answers: Answers })).max(limits.items),
});

const Count = z.int().min(0).max(limits.counted);
const Chain = z.tuple([Count, Count, Count, Count]);
const Pair = z.tuple([Code, Count]);

const Table = z.strictObject({
  table: Name,
  counts: z
    .union([
      z.strictObject({ cases: z.int().min(1).max(limits.counted) }),
      z.strictObject({ base: Chain, rows: z.array(Pair) }),
      z.strictObject({ base: Chain, numerator: Count }),
      z.strictObject({ base: Chain, distribution: z.array(Pair) }),
      z.strictObject({
        base: Chain,
        codes: z.array(Code),
        columns: z.array(
          z.strictObject({ code: Code.nullable(), base: Chain, counts: z.array(Count) }),
        ),
      }),
    ])
    .nullable(),
});

const End = z.strictObject({
  end: z.union([
    z.strictObject({ cases: Count, hash: Sha256 }),
    z.strictObject({ tables: Count, hash: Sha256 }),
  ]),
});

const forms = {
  "package-heading": { title: "Skillnad package: its first line", form: PackageHeadingForm },
  heading: { title: "Skillnad delivery: its first line", form: DeliveryHeadingForm },
  case: { title: "Skillnad delivery: one case", form: Case },
  table: { title: "Skillnad delivery: one table", form: Table },
  end: { title: "Skillnad delivery: its last line", form: End },
};

/**
 * The form of each kind of line as JSON Schema (draft 2020-12), by file name. What a line must fit besides,
 * such as the codebook, stands in docs/delivery-format.md and in no schema.
 */
export function deliveryJsonSchemas(): ReadonlyMap<string, string> {
  const texts = Object.entries(forms).map(([name, { title, form }]) => {
    const schema = z.toJSONSchema(form, {
      override: ({ jsonSchema }) => {
        if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
        if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      },
    });
    const text = `${JSON.stringify({ title, ...schema }, null, 2)}\n`;
    return [`${name}.schema.json`, text] as const;
  });
  return new Map(texts);
}
