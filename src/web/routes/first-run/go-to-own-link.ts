import type { MadeLink } from "#server";
import { linkAddress } from "../people/MadeLinkCard.tsx";

/** The administrator is sitting here: her link is opened, and afterwards it goes on with the units. */
export function goToOwnLink({ link }: MadeLink): void {
  window.location.replace(linkAddress(link, "/kom-igang/enheter"));
}
