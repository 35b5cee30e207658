import {
  hashAccountLink,
  invitationDays,
  newAccountLink,
  recoveryMinutes,
  writeAccountLink,
} from "#access";
import { type AccountId, addSeconds, type Instant, type MunicipalityCode } from "#kernel";
import type { MunicipalityTransaction } from "#store";
import type { Services } from "../services.ts";
import type { MadeLink } from "../wire-of-people.ts";

type Making = {
  readonly services: Pick<Services, "randomness">;
  readonly tx: MunicipalityTransaction;
  readonly at: Instant;
  readonly municipality: MunicipalityCode;
  /** `null`: the program itself. */
  readonly madeBy: AccountId | null;
};

/** A link for this account takes the place of the one before; it is told here, and only its hash is kept. */
export async function makeLink(
  { services, tx, at, municipality, madeBy }: Making,
  { id, displayName }: { readonly id: AccountId; readonly displayName: string },
  purpose: "invitation" | "recovery",
): Promise<MadeLink> {
  const link = newAccountLink(municipality, services.randomness);
  const expiresAt = addSeconds(at, secondsOf[purpose]);
  const linkHash = hashAccountLink(link);
  await tx.accountLinks.insert({ linkHash, account: id, purpose, madeBy, madeAt: at, expiresAt });
  const details = { account: id, purpose };
  tx.audit.append({ at, account: madeBy, action: "person.link-made", details });
  return { account: id, name: displayName, link: writeAccountLink(link), expiresAt };
}

const secondsOf = { invitation: invitationDays * 86_400, recovery: recoveryMinutes * 60 } as const;
