import type { Codebook } from "#codebook";
import type { RoundInvitation } from "#delivery";
import {
  addDays,
  done,
  type MunicipalityCode,
  type Outcome,
  problem,
  type Round,
  refused,
} from "#kernel";
import type { Agreement, MunicipalityTransaction } from "#store";
import type { CodebookShelf } from "../codebook-shelf.ts";

/** A round that the municipality has agreed to take part in. */
export type AgreedRound = Omit<Agreement, "invitation"> & { readonly invitation: RoundInvitation };

type Agreements = Pick<MunicipalityTransaction, "agreements">;

/** @param isChange nobody else makes or sends anything of the round before the transaction ends. */
export async function findAgreed(
  { agreements }: Agreements,
  round: string,
  isChange: boolean,
): Promise<AgreedRound | undefined> {
  const found = await (isChange ? agreements.findForUpdate(round) : agreements.find(round));
  return found && asAgreed(found);
}

/** The latest first. */
export async function listAgreed({ agreements }: Agreements): Promise<readonly AgreedRound[]> {
  return (await agreements.list()).map(asAgreed);
}

/** What was kept is what `parseInvitation` once let through. */
function asAgreed({ invitation, ...agreement }: Agreement): AgreedRound {
  return { ...agreement, invitation: invitation as unknown as RoundInvitation };
}

export function periodOfRound({ round }: RoundInvitation): Round {
  const { id, from, through, cutOff } = round;
  return { id, period: { from, until: addDays(through, 1) }, cutOff };
}

/**
 * What the municipality registers by, where that is the round's common codebook or written upon it; else
 * the common one. Refused where this program does not have it in the version that was asked for.
 */
export function codebookOfRound(
  shelf: CodebookShelf,
  municipality: MunicipalityCode,
  { codebook, round }: Pick<RoundInvitation, "codebook" | "round">,
): Outcome<Codebook> {
  const common = shelf.get(codebook.id);
  const known = [shelf.of(municipality), ...(common && !common.extends ? [common] : [])];
  const found = known.find(({ id, version, extends: base }) => {
    const upon = base ? { id: base.codebook, version: base.version } : { id, version };
    return upon.id === codebook.id && upon.version === codebook.version;
  });
  if (found) return done(found);
  const name = `${codebook.id} ${codebook.version}`;
  return refused(problem("invitation-codebook-unknown", round.id, { found: name }));
}
