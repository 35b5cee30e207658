import { useEffect, useState } from "react";
import { useLoaderData, useNavigate, useSearchParams } from "react-router";
import type { SignInOptions } from "#server";
import { get } from "../../api/request.ts";
import { loaded, ownPath } from "../../routing/loaded.ts";
import { hasUnsaved } from "../../saving/save-queue.ts";
import { saving } from "../../saving/use-saving.ts";
import { PasswordForm } from "../../session/PasswordForm.tsx";
import { ownsWhatWaits } from "../../session/session.ts";
import { DemoRibbon } from "../../shell/DemoRibbon.tsx";
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
  const { signedIn, isForeign } = useArrival();
  useEffect(() => {
    document.title = "Logga in · Skillnad";
  }, []);

  return (
    <>
      {isDemo && <DemoRibbon />}
      <main className="sign-in">
        <p className="wordmark">
          <img src={mark} alt="" width="40" height="40" />
          Skillnad
        </p>
        <h1>Logga in</h1>
        {isForeign && (
          <Notice isUrgent>
            I det här fönstret väntar en kollegas osparade svar. Kollegan behöver logga in här
            först.
          </Notice>
        )}
        {isDemo && <DemoAccounts accounts={options.demoAccounts} onSignedIn={signedIn} />}
        {!isDemo && options.municipalities.length === 0 && <NobodyYet />}
        {!isDemo && options.municipalities.length > 0 && (
          <div className="card stack">
            {options.municipalities.length > 1 && (
              <MunicipalityChoice
                municipalities={options.municipalities}
                chosen={municipality}
                onChoose={setMunicipality}
              />
            )}
            <PasswordForm municipality={municipality} onSignedIn={signedIn} />
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

  function signedIn(account: string) {
    if (!hasUnsaved(saving.queue())) return window.location.replace(path);
    if (!ownsWhatWaits(account)) return setForeign(true);
    saving.signedIn();
    void navigate(path, { replace: true });
  }
  return { signedIn, isForeign };
}
