import type { AccountId, MunicipalityCode } from "#kernel";
import type { Session } from "#store";
import { rememberDevice } from "./known-device.ts";
import type { Opening } from "./open-session.ts";

/** Who ends them, and in which session. */
type Staying = {
  readonly municipality: MunicipalityCode;
  readonly account: AccountId;
  readonly session: string;
};

/**
 * Hers but this one. What opened them is out at its next request, and the browsers are forgotten too:
 * she may have lost one. This one is here.
 */
export async function endOtherSessions(
  { context, services, tx, at }: Opening,
  { municipality, account, session }: Staying,
  isEnding: (session: Session) => boolean = () => true,
): Promise<number> {
  const others = (await tx.sessions.listOf(account)).filter((each) => each.tokenHash !== session);
  const ending = others.filter(isEnding);
  for (const { tokenHash } of ending) await tx.sessions.revoke(tokenHash, at);
  await tx.sessions.forgetDevicesOf(account, at);
  if (services.kind === "real") {
    await rememberDevice({ context, services }, { municipality, account, knownFrom: at }, at);
  }
  return ending.length;
}
