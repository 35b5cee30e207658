import { wholeNumber } from "#kernel";
import type { LocalReleaseView } from "#server";
import { WhyNotAll as WhyNotAllInWords } from "../../figures/WhyNotAll.tsx";

/** «Därför visas inte allt» of a frozen half-year. */
export function WhyNotAll({ release }: { readonly release: LocalReleaseView }) {
  return (
    <section className="nation-chapter why-not-all" aria-labelledby="darfor">
      <h2 id="darfor">Därför visas inte allt</h2>
      <WhyNotAllInWords
        verdict={release.verdict}
        tried="Innan siffrorna frystes försökte ett annat program räkna fram det dolda, som en utomstående och, där flera enheter har ärenden, som var och en av dem, som ju kan sina egna siffror."
      />
      <p className="soft">
        Siffrorna gäller ärenden som påbörjades eller avslutades {release.from}–{release.through},
        som de var registrerade när de frystes. Inget visas per enhet. Minst {wholeNumber(30)} svar
        behövs för en andel.
      </p>
    </section>
  );
}
