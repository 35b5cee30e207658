import type { ReactNode } from "react";

type Props = {
  /** Who the attacks were made as, and when: «Innan … försökte …». */
  readonly tried: ReactNode;
  /** The auditor's, in words. */
  readonly verdict: string;
};

/** «Därför visas inte allt», and how it was tried; the same words wherever something is published. */
export function WhyNotAll({ tried, verdict }: Props) {
  return (
    <>
      <p>
        Den som har utsatt en klient vet redan mycket om henne och behöver inget namn. Därför döljs
        tal som är så små att de kan vara någon, och i känsliga frågor också när ingen, eller alla,
        har svarat samma sak. Ett större tal kan döljas för att ett litet annars går att räkna ut.
      </p>
      <p>
        Två punkter betyder alltid detsamma: uppgiften visas inte, eftersom någon skulle kunna
        kännas igen. Varför just den döljs sägs inte, för det kunde räcka för att räkna ut den. Svar
        kan också vara sammanslagna.
      </p>
      <p>
        {tried} Omdömet: <strong>{verdict}</strong>.
      </p>
    </>
  );
}
