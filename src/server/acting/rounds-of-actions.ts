import type { Codebook } from "#codebook";
import type { RoundInvitation } from "#delivery";
import { isoDate, type MunicipalityCode, monthInWords } from "#kernel";
import type { Action, Agreement, MunicipalityTransaction } from "#store";
import type { Services } from "../services.ts";
import { figuresOf } from "./figures-of-actions.ts";

/** A round that there are figures of here, or that an action rests on. */
export type RoundOfActions = {
  readonly id: string;
  readonly name: string;
  /** Whose key figures its release told. */
  readonly codebook: Codebook;
  readonly figures: ReturnType<typeof figuresOf>;
  /** `undefined`: the municipality has not agreed to take part in it. */
  readonly agreement: Agreement | undefined;
  readonly actions: readonly Action[];
};

type Known = { readonly name: string; readonly through: string; readonly codebook: string | null };

/** The latest first. */
export async function roundsOfActions(
  tx: MunicipalityTransaction,
  { release, codebooks }: Pick<Services, "release" | "codebooks">,
  municipality: MunicipalityCode,
): Promise<readonly RoundOfActions[]> {
  const actions = await tx.actions.list();
  const agreements = await tx.agreements.list();
  const published = await tx.publishedReleases.list();
  const shown = release?.told;
  const ids = new Set([
    ...(shown ? [shown.document.round.id] : []),
    ...published.map(({ round }) => round),
    ...actions.map(({ round }) => round),
  ]);
  const rounds = [...ids].map((id) => {
    const agreement = agreements.find(({ round }) => round === id);
    const known = knownOf(id, agreement, shown?.document.round);
    const isShown = shown?.document.round.id === id;
    const codebook = isShown
      ? shown.codebook
      : (codebooks.get(known.codebook ?? "") ?? codebooks.of(municipality));
    return { id, known, codebook, agreement };
  });
  // What stood in the way of asking has its actions in the campaign.
  const ofCases = rounds.filter(({ codebook }) => codebook.counts !== "meetings");
  return ofCases
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1))
    .map(({ id, known, codebook, agreement }) => ({
      id,
      name: known.name,
      codebook,
      figures: figuresOf(codebook),
      agreement,
      actions: actions.filter(({ round }) => round === id),
    }));
}

function keyOf({ id, known }: { readonly id: string; readonly known: Known }): string {
  return `${known.through} ${id}`;
}

function knownOf(
  id: string,
  agreement: Agreement | undefined,
  shown: { readonly id: string; readonly from: string; readonly through: string } | undefined,
): Known {
  if (agreement) {
    const { round, codebook } = invitationIn(agreement);
    return { name: round.name, through: round.through, codebook: codebook.id };
  }
  if (shown?.id !== id) return { name: `Omgången ${id}`, through: "", codebook: null };
  return { name: `Omgången ${timeInWords(shown)}`, through: shown.through, codebook: null };
}

/** As it was checked when it was agreed to. */
export function invitationIn({ invitation }: Agreement): RoundInvitation {
  return invitation as unknown as RoundInvitation;
}

function timeInWords({ from, through }: { readonly from: string; readonly through: string }) {
  const isWholeYears = from.endsWith("-01-01") && through.endsWith("-12-31");
  if (!isWholeYears) return `${monthInWords(isoDate(from))} – ${monthInWords(isoDate(through))}`;
  const [first, last] = [from.slice(0, 4), through.slice(0, 4)];
  return first === last ? first : `${first}–${last}`;
}
