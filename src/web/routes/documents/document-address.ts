import type { DocumentKind } from "#report";
import type { DocumentSourceView } from "#server";

/** What people read in the address, and what the server calls it. */
const kinds = [
  { name: "namnden", kind: "committee", label: "Till nämnden" },
  { name: "arbetsplatstraff", kind: "staff", label: "Arbetsplatsträff" },
  { name: "samverkan", kind: "collaboration", label: "Till samverkan" },
  { name: "chefer", kind: "managers", label: "Till cheferna" },
  { name: "kontaktpersoner", kind: "contacts", label: "Till kontaktpersonerna" },
] as const satisfies readonly {
  readonly name: string;
  readonly kind: DocumentKind;
  readonly label: string;
}[];

/** Of a fokusmånad there are two more. */
const ofCampaigns: readonly DocumentKind[] = ["managers", "contacts"];

export function kindChoices(isCampaign: boolean) {
  return kindsFor(isCampaign).map(({ kind, label }) => ({ value: kind, label }));
}

function kindsFor(isCampaign: boolean) {
  return kinds.filter(({ kind }) => isCampaign || !ofCampaigns.includes(kind));
}

export type DocumentWish = { readonly kind: DocumentKind; readonly source: string };

/** `?till=namnden&underlag=2026-H1`; what is not named is the first there is. */
export function wishOf(
  search: URLSearchParams,
  sources: readonly DocumentSourceView[],
): DocumentWish | undefined {
  const [first] = sources;
  const source = search.get("underlag") ?? first?.id;
  const isCampaign = sources.find(({ id }) => id === source)?.kind === "campaign";
  const wished = kindsFor(isCampaign).find(({ name }) => name === search.get("till"));
  const { kind } = wished ?? kinds[0];
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
