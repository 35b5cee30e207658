import { type ReactNode, useEffect, useState } from "react";
import { useLoaderData, useSearchParams } from "react-router";
import type { AccountLinkView, SessionView, WayInChoice } from "#server";
import { type Reply, sentencesOf } from "../../api/reply.ts";
import { request } from "../../api/request.ts";
import { ownPath } from "../../routing/loaded.ts";
import { AddPasskey } from "../../session/passkey/AddPasskey.tsx";
import { canUsePasskeys } from "../../session/passkey/ask-authenticator.ts";
import mark from "../../style/mark.svg";
import { Button } from "../../ui/Button.tsx";
import { ChooseWay, type Way } from "./ChooseWay.tsx";
import { GoToProvider } from "./GoToProvider.tsx";
import { MakePassword } from "./MakePassword.tsx";
import { takeLink } from "./take-link.ts";
import "../../shell/shell.css";
import "../sign-in/sign-in.css";
import "./welcome.css";

type Looked = { readonly link: string; readonly reply: Reply<AccountLinkView> };

/** Looking does not use the link: that is for her to do, and never for what only fetches addresses. */
export async function loadWelcome(): Promise<Looked> {
  const link = takeLink();
  return { link, reply: await lookAt(link) };
}

function lookAt(link: string): Promise<Reply<AccountLinkView>> {
  return request<AccountLinkView>("POST", "/api/account-link", { body: { link } });
}

/** The way in for somebody who has none: whose it is, and how she wants to come in from now on. */
export function Welcome() {
  const looked = useLoaderData<Looked>();
  const [reply, setReply] = useState(looked.reply);
  useEffect(() => {
    document.title = "Välkommen · Skillnad";
  }, []);
  if (reply.kind === "ok") return <Invited link={looked.link} view={reply.value} />;
  return (
    <Frame title="Länken går inte att använda">
      <div className="card stack">
        {sentencesOf(reply).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {reply.kind === "no-contact" ? (
          <Button onPress={() => void lookAt(looked.link).then(setReply)}>Försök igen</Button>
        ) : (
          <p>Länken gäller en gång. Har du använt den redan kan du logga in som vanligt.</p>
        )}
        <a href="/logga-in">Till inloggningen</a>
      </div>
    </Frame>
  );
}

type InvitedProps = { readonly link: string; readonly view: AccountLinkView };

function Invited({ link, view }: InvitedProps) {
  const [search] = useSearchParams();
  const mayUsePasskey = canUsePasskeys();
  const { name, municipality, signInName, purpose, providers } = view;
  const [first] = providers;
  const [way, setWay] = useState<Way>(() => {
    if (first) return { provider: first.id };
    return mayUsePasskey ? "passkey" : "password";
  });

  function openWith(way: WayInChoice): Promise<Reply<SessionView>> {
    return request<SessionView>("POST", "/api/account-link/way-in", { body: { link, way } });
  }
  // In the place of this page: Back must not lead to a link that has been used.
  const goOn = () => window.location.replace(ownPath(search.get("till")));

  return (
    <Frame title={purpose === "invitation" ? `Välkommen, ${name}` : `Välkommen tillbaka, ${name}`}>
      <div className="stack">
        <p>
          Här väljer du hur du loggar in i Skillnad hos <strong>{municipality.name}</strong>. Är du
          inte {name}: stäng sidan, och säg till den som gav dig länken.
        </p>
        {purpose === "recovery" && (
          <p>Det du loggade in med förut slutar gälla när du är klar här.</p>
        )}
      </div>
      <ChooseWay
        mayUsePasskey={mayUsePasskey}
        providers={providers}
        chosen={way}
        onChoose={setWay}
      />
      <div className="card stack">
        {providers
          .filter(({ id }) => typeof way === "object" && way.provider === id)
          .map((provider) => (
            <GoToProvider key={provider.id} link={link} provider={provider} />
          ))}
        {way === "passkey" && (
          <AddPasskey
            challenge={{ path: "/api/account-link/passkey-challenge", body: { link } }}
            label="Skapa passnyckel och logga in"
            send={(made) => openWith({ kind: "passkey", ...made })}
            onDone={goOn}
          />
        )}
        {way === "password" && (
          <MakePassword
            signInName={signInName}
            codes={view.codes}
            send={(made) => openWith({ kind: "password", ...made })}
            onDone={goOn}
          />
        )}
      </div>
    </Frame>
  );
}

function Frame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <main className="sign-in welcome">
      <p className="wordmark">
        <img src={mark} alt="" width="40" height="40" />
        Skillnad
      </p>
      <h1>{title}</h1>
      {children}
    </main>
  );
}
