import type { DeliveriesView } from "#server";
import { OwnKey } from "./OwnKey.tsx";
import { ReadInvitation } from "./ReadInvitation.tsx";

/** Before the first round: what will stand here, and the first step. */
export function NoRound({ view }: { readonly view: DeliveriesView }) {
  return (
    <div className="deliver">
      <div className="stack">
        <p>Ni är inte med i någon omgång än. Här kommer ni att leverera, i två tryck.</p>
        {view.mayDeliver ? (
          <ol className="deliver-todo">
            <li>Den som sammanställer skickar en fil till er: en inbjudan till omgången.</li>
            <li>Läs in den här nedanför. Ni ser vad som efterfrågas innan ni svarar.</li>
            <li>Skriv vem som har beslutat att ni är med, och när.</li>
            <li>Ge mottagaren er nyckel. Läs upp fingeravtrycket på telefon.</li>
          </ol>
        ) : (
          <p className="soft">Samordnaren läser in omgången när inbjudan har kommit.</p>
        )}
      </div>
      {view.mayDeliver && (
        <section className="stack" aria-labelledby="las-in">
          <h2 id="las-in">Läs in en omgång</h2>
          <ReadInvitation />
        </section>
      )}
      <section className="stack" aria-labelledby="nyckeln">
        <h2 id="nyckeln">Er nyckel</h2>
        <OwnKey keyView={view.key} />
      </section>
    </div>
  );
}
