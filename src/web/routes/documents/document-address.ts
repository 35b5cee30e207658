import type { DocumentKind } from "#report";
import type { DocumentSourceView } from "#server";

/** What people read in the address, and what the server calls it. */
const kinds = [
  { name: "namnden", kind: "committee", label: "Till nämnden" },
  { name: "arbetsplatstraff", kind: "staff", label: "Arbetsplatsträff" },
  { name: "samverkan", kind: "collaboration", label: "Till samverkan" },
] as const satisfies readonly {
  readonly name: string;
  readonly kind: DocumentKind;
  readonly label: string;
}[];

export const kindChoices = kinds.map(({ kind, label }) => ({ value: kind, label }));

export type DocumentWish = { readonly kind: DocumentKind; readonly source: string };

/** `?till=namnden&underlag=2026-H1`; what is not named is the first there is. */
export function wishOf(
  search: URLSearchParams,
  sources: readonly DocumentSourceView[],
): DocumentWish | undefined {
  const [first] = sources;
  const { kind } = kinds.find(({ name }) => name === search.get("till")) ?? kinds[0];
  const source = search.get("underlag") ?? first?.id;
  return source === undefined ? undefined : { kind, source };
}

export function addressOf({ kind, source }: DocumentWish): string {
  const name = kinds.find((each) => each.kind === kind)?.name ?? "";
  return `/underlag?${new URLSearchParams({ till: name, underlag: source })}`;
}

/** Where the server has it. */
export function pathOf({ kind, source }: DocumentWish): string {
  return `/api/documents/${kind}/${encodeURIComponent(source)}`;
}
