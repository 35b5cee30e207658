import { useEffect, useState } from "react";
import { useLoaderData, useNavigate, useSearchParams } from "react-router";
import type { SignInOptions } from "#server";
import { get } from "../../api/request.ts";
import { loaded, ownPath } from "../../routing/loaded.ts";
import { hasUnsaved } from "../../saving/save-queue.ts";
import { saving } from "../../saving/use-saving.ts";
import { ownsWhatWaits } from "../../session/session.ts";
import { WaysIn } from "../../session/WaysIn.tsx";
import { DemoRibbon } from "../../shell/DemoRibbon.tsx";
import { Help } from "../../shell/Help.tsx";
import mark from "../../style/mark.svg";
import { Notice } from "../../ui/Notice.tsx";
import { DemoAccounts } from "./DemoAccounts.tsx";
import { MunicipalityChoice } from "./MunicipalityChoice.tsx";
import { NobodyYet } from "./NobodyYet.tsx";
import "../../shell/shell.css";
import "./sign-in.css";

export async function loadSignIn({ request }: { readonly request: Request }) {
  return loaded(await get<SignInOptions>("/api/sign-in", request.signal), request);
}

export function SignIn() {
  const options = useLoaderData<SignInOptions>();
  const isDemo = options.kind === "demo";
  const [municipality, setMunicipality] = useState(options.municipalities[0]?.code ?? "");
  const { signedIn, path, isForeign, isEnded, trouble } = useArrival();
  useEffect(() => {
    document.title = "Logga in · Skillnad";
  }, []);

  return (
    <>
      {isDemo && <DemoRibbon isPractice={options.practiceAt !== undefined} />}
      <main className="sign-in">
        <p className="wordmark">
          <img src={mark} alt="" width="40" height="40" />
          Skillnad
        </p>
        <div className="page-heading">
          <h1>Logga in</h1>
          <Help about="Logga in" {...help} />
        </div>
        {isForeign && (
          <Notice isUrgent>
            I det här fönstret väntar en kollegas osparade svar. Kollegan behöver logga in här
            först.
          </Notice>
        )}
        {isDemo && <DemoAccounts accounts={options.demoAccounts} onSignedIn={signedIn} />}
        {isEnded && (
          <Notice isUrgent title="Din inloggning har avslutats.">
            <p>
              Det du inte hann spara sparades inte. Fråga en administratör om du inte vet varför.
            </p>
          </Notice>
        )}
        {trouble && <Notice isUrgent>{trouble}</Notice>}
        {options.isFirstRun && <NobodyYet />}
        {!isDemo && !options.isFirstRun && (
          <div className="card stack">
            {options.municipalities.length > 1 && (
              <MunicipalityChoice
                municipalities={options.municipalities}
                chosen={municipality}
                onChoose={setMunicipality}
              />
            )}
            <WaysIn
              municipality={municipality}
              providers={options.providers}
              path={path}
              onSignedIn={signedIn}
            />
          </div>
        )}
      </main>
    </>
  );
}

/** What happens after signing in: on to the wanted page, with nothing of an earlier person in memory. */
function useArrival() {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [isForeign, setForeign] = useState(false);
  const path = ownPath(search.get("till"));
  const isEnded = search.has("avslutad");

  function signedIn(account: string) {
    if (!hasUnsaved(saving.queue())) return window.location.replace(path);
    if (!ownsWhatWaits(account)) return setForeign(true);
    saving.signedIn();
    void navigate(path, { replace: true });
  }
  return {
    signedIn,
    path,
    isForeign,
    isEnded,
    trouble: troubleAtProvider[search.get("fel") ?? ""],
  };
}

/** What the way to a provider and back ended in, by the address that it ended at. */
const troubleAtProvider: { readonly [fel: string]: string } = {
  leverantor:
    "Inloggningstjänsten svarar inte just nu. Försök igen om en stund, eller logga in på ett annat sätt.",
  inloggning: "Inloggningen blev inte klar. Försök igen, och låt det inte gå mer än fem minuter.",
  okand:
    "Du är legitimerad, men har inget konto här. Be en administratör om en länk, och välj inloggningstjänsten där.",
  lank: "Länken gäller inte längre. Be en administratör om en ny.",
};

const help = {
  sentences: [
    "Logga in på det sätt som du valde när du fick ditt konto.",
    "Har du glömt lösenordet eller bytt dator eller telefon, be en administratör om hjälp.",
    "Efter flera fel i rad får du vänta en stund: vänta, och försök sedan en gång till.",
  ],
  readMore: "inloggning",
} as const;
