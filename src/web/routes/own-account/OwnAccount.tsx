import { useLoaderData, useRevalidator } from "react-router";
import type { OwnAccountView } from "#server";
import { get } from "../../api/request.ts";
import { loaded } from "../../routing/loaded.ts";
import { Page } from "../../shell/Page.tsx";
import { ChangePassword } from "./ChangePassword.tsx";
import { OwnPasskeys } from "./OwnPasskeys.tsx";
import { OwnSessions } from "./OwnSessions.tsx";
import "./own-account.css";

export async function loadOwnAccount({ request }: { readonly request: Request }) {
  return loaded(await get<OwnAccountView>("/api/own-account", request.signal), request);
}

/** How she comes in, and where she is signed in. */
export function OwnAccount() {
  const own = useLoaderData<OwnAccountView>();
  const { revalidate } = useRevalidator();
  return (
    <Page title="Mitt konto" help={help}>
      <section className="own-account stack" aria-labelledby="satt">
        <h2 id="satt">Så loggar du in</h2>
        <p>
          Namnet du loggar in med är <strong>{own.signInName}</strong>.
        </p>
        {own.providers.map(({ id, name }) => (
          <p key={id}>Du kan logga in med {name}.</p>
        ))}
        <OwnPasskeys passkeys={own.passkeys} onChanged={() => void revalidate()} />
        {own.hasPassword && <ChangePassword signInName={own.signInName} />}
      </section>
      <OwnSessions sessions={own.sessions} onEnded={() => void revalidate()} />
    </Page>
  );
}

const help = {
  sentences: [
    "Här ser du hur du loggar in, och var du är inloggad just nu.",
    "Känner du inte igen en inloggning: avsluta den, byt lösenord och säg till en administratör.",
    "Har du förlorat telefonen eller säkerhetsnyckeln: be två administratörer om en ny länk.",
  ],
  readMore: "inloggning",
} as const;
