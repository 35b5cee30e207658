import { useState } from "react";
import { useLoaderData } from "react-router";
import type { RoundsView } from "#server";
import { get } from "../../api/request.ts";
import { loaded } from "../../routing/loaded.ts";
import { Page } from "../../shell/Page.tsx";
import { Button } from "../../ui/Button.tsx";
import { NewRound } from "./NewRound.tsx";
import { RoundCards } from "./RoundCards.tsx";
import "./rounds.css";

export async function loadRounds({ request }: { readonly request: Request }): Promise<RoundsView> {
  return loaded(await get<RoundsView>("/api/rounds", request.signal), request);
}

/** «Sammanställning»: the rounds that this county or the nation has asked for, and a new one. */
export function RoundsPage() {
  const { rounds, codebooks } = useLoaderData<RoundsView>();
  const [isNew, setNew] = useState(false);
  if (isNew) {
    return (
      <NewRound
        codebooks={codebooks}
        taken={rounds.map(({ id }) => id)}
        onClose={() => setNew(false)}
      />
    );
  }
  return (
    <Page
      title="Sammanställning"
      help={help}
      lead={<p>Ta emot leveranser, räkna och skydda, publicera.</p>}
    >
      <div className="rounds-page">
        {rounds.length === 0 ? (
          <p className="soft">
            Här står varje omgång med dem som deltar och det de har levererat. Börja med att göra
            den första.
          </p>
        ) : (
          <RoundCards rounds={rounds} />
        )}
        <p>
          <Button kind={rounds.length === 0 ? "primary" : "secondary"} onPress={() => setNew(true)}>
            Ny omgång
          </Button>
        </p>
      </div>
    </Page>
  );
}

const help = {
  sentences: [
    "En omgång är en fråga till flera kommuner: vilka ärenden, vilka frågor, vad som lämnas och varför.",
    "Ni ser vilka som har levererat, hur många ärenden det gäller och om något är fel, men aldrig en rad ur någons ärenden.",
    "Öppna omgången för att se vad som är nästa steg.",
  ],
  readMore: "sammanstallning",
} as const;
