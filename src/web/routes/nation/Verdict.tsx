import { Unfolding } from "../../figures/Unfolding.tsx";
import { WhyNotAll } from "../../figures/WhyNotAll.tsx";

/** What the auditor said, and under it why not everything is shown. */
export function Verdict({ verdict }: { readonly verdict: string }) {
  return (
    <section className="nation-verdict" aria-label="Så är siffrorna prövade">
      <p className="soft">Prövat före publicering: {verdict}.</p>
      <Unfolding summary="Därför visas inte allt">
        {() => (
          <div className="stack">
            <WhyNotAll
              verdict={verdict}
              tried="Innan siffrorna gavs ut försökte ett annat program räkna fram det dolda, som en utomstående och som var och en av kommunerna, som ju kan sina egna siffror. Hade det lyckats med ett enda tal hade ingenting getts ut."
            />
            <p>
              Län visas bara när minst tre kommuner deltar; annars slås flera län ihop till en
              länsgrupp. För län och kommuner är svaren grövre än för riket, och andelarna är av de
              giltiga svaren: varför ett svar saknas visas bara för riket.
            </p>
          </div>
        )}
      </Unfolding>
    </section>
  );
}
