import type { Codebook } from "#codebook";
import type { DeliveredCase } from "#delivery";
import type { Problem } from "#kernel";

/** Where in a case: a question, or the group that a row belongs to. */
export type PlaceInCase = { readonly phase: string; readonly variable: string };

/** What a fault of a row is about, in the case that the row was made of: «V22», «items[3].V17». */
export function placeOfFault(
  { details }: Problem,
  row: Pick<DeliveredCase, "items">,
  { variables, groups }: Codebook,
): { readonly place: PlaceInCase; readonly label: string } | null {
  const written = typeof details?.place === "string" ? details.place : "";
  const [, index, field] = /^items\[(\d+)\]\.([\w-]+)/.exec(written) ?? [];
  if (index === undefined) {
    const question = variables.find(({ id }) => id === written);
    if (!question) return null;
    const { id, phase, label } = question;
    return { place: { phase, variable: id }, label: label.sv };
  }
  const item = row.items[Number(index)];
  const group = groups.find(({ id }) => id === item?.group);
  if (!item || !group) return null;
  const name = group.fields.find(({ id }) => id === field)?.label.sv;
  const label = name ? `${group.label.sv}, ${name.toLowerCase()}` : group.label.sv;
  return { place: { phase: item.phase, variable: group.id }, label };
}
