import { useState } from "react";
import { useRevalidator } from "react-router";
import type { CampaignView } from "#server";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { campaignPath } from "../campaign-place.ts";
import { campaignNoun, notedInAll } from "../campaign-words.ts";
import { sumOf } from "../overview/sum-of.ts";
import { SendTrouble } from "../SendTrouble.tsx";
import { useSending } from "../use-sending.ts";

/** Counting a month of a large municipality, and trying its protection, may take a while. */
const patience = "Det kan ta någon minut.";

/** It is closed for good, after it is said what that means. */
export function Closing({ campaign }: { readonly campaign: CampaignView }) {
  const [isAsking, setAsking] = useState(false);
  const { send, isBusy, otherSentences } = useSending();
  const { revalidate } = useRevalidator();
  const noun = campaignNoun(campaign);

  async function close(): Promise<void> {
    const reply = await send<CampaignView>("POST", campaignPath(campaign.id, "closing"));
    setAsking(false);
    if (reply?.kind === "ok") await revalidate();
  }

  return (
    <>
      <SendTrouble title="Det är inte avslutat." sentences={otherSentences([])} />
      <Button onPress={() => setAsking(true)} isDisabled={isBusy}>
        Avsluta {noun}
      </Button>
      {isAsking && (
        <Dialog title={`Avsluta ${noun}?`} onClose={() => setAsking(false)}>
          <div className="stack">
            <p>
              <strong>{notedInAll(sumOf(campaign.participation).meetings)}</strong>
            </p>
            <p>
              Sedan går det inte att notera fler möten, och inte att ändra planen. Är alla högar med
              blanketter inlagda?
            </p>
            <p>
              Kommunens siffror räknas, skyddas och sparas för gott. {patience} Det går inte att
              ångra.
            </p>
            <div className="row">
              <Button onPress={() => void close()} isDisabled={isBusy}>
                {isBusy ? "Räknar …" : "Avsluta"}
              </Button>
              <Button kind="secondary" onPress={() => setAsking(false)}>
                Vänta med det
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  );
}
