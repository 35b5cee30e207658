import { codeSeedAddress, newCodeSeed, openText, sealText } from "#access";
import type { AccountId, MunicipalityCode } from "#kernel";
import type { Services } from "../services.ts";
import type { AccountLinkView } from "../wire-of-sign-in.ts";

type Keeping = Pick<Services, "keys" | "randomness">;

/** A new seed on its way to somebody's app: nothing is kept until she shows that it has come there. */
export async function offerCodeSeed(
  { keys, randomness }: Keeping,
  forWhat: string,
  whose: string,
): Promise<AccountLinkView["codes"]> {
  const seed = newCodeSeed(randomness);
  const key = await keys.secretFor("totp");
  const sealed = sealText(seed, key, `offer ${forWhat}`, randomness);
  return { seed, address: codeSeedAddress(seed, whose), sealed };
}

/** `undefined`: not ours, or offered for another thing. */
export async function takeOffered(
  { keys }: Keeping,
  forWhat: string,
  sealed: string,
): Promise<string | undefined> {
  return openText(sealed, await keys.secretFor("totp"), `offer ${forWhat}`);
}

/** As the database keeps it: bound to the account, and opened by nothing that stands in there. */
export async function sealCodeSeed(
  { keys, randomness }: Keeping,
  municipality: MunicipalityCode,
  account: AccountId,
  seed: string,
): Promise<string> {
  const key = await keys.secretFor("totp");
  return sealText(seed, key, `account ${municipality} ${account}`, randomness);
}

export async function openCodeSeed(
  { keys }: Keeping,
  municipality: MunicipalityCode,
  account: AccountId,
  sealed: string,
): Promise<string | undefined> {
  return openText(sealed, await keys.secretFor("totp"), `account ${municipality} ${account}`);
}
