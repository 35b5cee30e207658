import { z } from "zod";
import type { Codebook } from "#codebook";
import {
  checkText,
  type Instant,
  type IsoDate,
  instant,
  isInventedMunicipality,
  municipalityCode,
  parseIsoDate,
} from "#kernel";
import {
  type DeliveryHeading,
  deliveryFormat,
  deliveryLevels,
  limits,
  roundIdForm,
} from "./delivery-format.ts";
import { asShown, type Report } from "./faults.ts";

const longestName = 100;

const Day = z.string().refine((text) => parseIsoDate(text) !== undefined);
const Moment = z.iso.datetime({ precision: 3 }).refine((text) => isMoment(text));

/** Texts are shown to people who trust them: no marks that turn the direction of writing. */
const Name = z.string().refine((name) => {
  return name.trim() !== "" && checkText(name, "name", longestName).length === 0;
});

const Versioned = z.strictObject({ id: z.string().max(100), version: z.string().max(40) });

/** The form alone; what else must hold is checked below. */
export const DeliveryHeadingForm = z.strictObject({
  format: z.literal(deliveryFormat),
  kind: z.enum(["demo", "real"]),
  municipality: z.strictObject({
    code: z.string().regex(/^\d{4}$/),
    name: Name,
    county: z.string().regex(/^\d{2}$/),
  }),
  units: z.array(Name).max(limits.units).refine(isInOrder),
  statedCases: z.int().min(0).max(limits.statedCases).nullable(),
  sequence: z.int().min(1).max(limits.sequence),
  level: z.enum(deliveryLevels),
  round: z
    .strictObject({
      id: z.string().regex(roundIdForm),
      from: Day,
      through: Day,
      cutOff: Moment,
    })
    .refine(({ from, through }) => from <= through, { path: ["through"] }),
  codebook: Versioned,
  overlay: Versioned.nullable(),
  withdrawn: z.literal(true).optional(),
});

/** The heading, and the codebook that it names; `undefined` when something was reported. */
export function checkHeading(
  input: unknown,
  codebooks: readonly Codebook[],
  report: Report,
): { readonly heading: DeliveryHeading; readonly codebook: Codebook } | undefined {
  const found = formatOf(input);
  if (found !== deliveryFormat) {
    report("delivery-wrong-format", { wanted: deliveryFormat, found: asShown(found) });
    return undefined;
  }
  const parsed = DeliveryHeadingForm.safeParse(input);
  if (!parsed.success) {
    for (const { path, keys } of parsed.error.issues as readonly Issue[]) {
      const places = keys?.map((key) => [...path, key]) ?? [path];
      for (const place of places.slice(0, 5)) {
        report("delivery-heading-wrong", { place: asShown(place.map(String).join(".")) });
      }
    }
    return undefined;
  }
  const { municipality, round, ...rest } = parsed.data;
  const heading: DeliveryHeading = {
    ...rest,
    municipality: { ...municipality, code: municipalityCode(municipality.code) },
    round: {
      id: round.id,
      from: round.from as IsoDate,
      through: round.through as IsoDate,
      cutOff: round.cutOff as Instant,
    },
  };
  if (heading.kind === "demo" && !isInventedMunicipality(heading.municipality.code)) {
    report("delivery-heading-wrong", { place: "municipality.code" });
    return undefined;
  }
  if (heading.withdrawn && heading.level !== "rows") {
    report("delivery-heading-wrong", { place: "level" });
    return undefined;
  }
  const { id, version } = heading.codebook;
  const common = codebooks.filter(({ overlays, extends: base }) => !overlays && !base);
  const codebook = common.find((each) => each.id === id && each.version === version);
  if (!codebook) {
    const known = common.map((each) => `${each.id} ${each.version}`).join(", ");
    report("delivery-codebook-unknown", { found: asShown(`${id} ${version}`), known });
    return undefined;
  }
  return { heading, codebook };
}

type Issue = { readonly path: readonly PropertyKey[]; readonly keys?: readonly string[] };

function formatOf(input: unknown): unknown {
  if (typeof input !== "object" || input === null || !Object.hasOwn(input, "format")) {
    return undefined;
  }
  return (input as { readonly format: unknown }).format;
}

/** Each once, as they are written. */
function isInOrder(names: readonly string[]): boolean {
  return names.every((name, at) => at === 0 || (names[at - 1] ?? "") < name);
}

function isMoment(text: string): boolean {
  return !Number.isNaN(Date.parse(text)) && instant(text) === text;
}
