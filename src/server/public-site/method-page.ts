import { html } from "hono/html";
import type { ToldRelease } from "../published-nation.ts";
import { wayTo } from "./place-page.ts";
import { sitePage, sitePath, type Written } from "./site-layout.ts";

/** How the figures came to be, for whoever wants to know what they are worth. */
export function methodPage({ document, codebook, verdict }: ToldRelease, isDemo: boolean): Written {
  const { round, municipalities, missing } = document;
  const reconstructed = codebook.variables.filter(
    ({ provenance }) => provenance.status === "reconstructed",
  );
  const unusable = missing.length === 0 ? "" : ` ${missing.length} leveranser kunde inte användas.`;
  const body = html`<h2>Vad som är räknat</h2>
<p>Socialtjänsten i ${municipalities} kommuner har registrerat alla ärenden som rör våldsutsatta vuxna från och med ${round.from} till och med ${round.through}: före, under och efter stödet.${unusable} Klienterna har själva svarat på en enkät. Frågor om bakgrund och om tiden före och under stödet räknas på ärenden som har startats under perioden, frågor om tiden efter och klientens svar på ärenden som har avslutats.</p>
<p>Varje andel har en kedja: hur många ärenden frågan gäller, hur många som har nått den, hur många som har fått svar, och hur många svar som säger något.</p>
<h2>Vad siffrorna inte säger</h2>
<p>De säger hur det har gått, inte vad som har orsakat det: det finns ingen grupp att jämföra med som inte har fått stöd. De är ingen rangordning av kommuner. «Skillnaden är inte större än osäkerheten» betyder att slumpen räcker som förklaring.</p>
<h2>Så skyddas de som siffrorna handlar om</h2>
<p>Den som har utsatt en klient vet redan mycket om henne och behöver inget namn. Därför döljs tal som är så små att de kan vara någon, och i känsliga frågor också när ingen, eller alla, har svarat samma sak. Ett större tal kan döljas för att ett litet annars går att räkna ut. Varför just ett tal döljs sägs aldrig: det kunde räcka för att räkna ut det.</p>
<p>Innan siffrorna publicerades försökte ett särskilt program räkna ut de dolda talen, som utomstående och som var och en av kommunerna. Omdömet: <strong>${verdict.sv}</strong>.</p>
<h2>Frågorna</h2>
<p>${codebook.label.sv}, version ${codebook.version}. ${reconstructed.length} av ${codebook.variables.length} frågor är rekonstruerade helt eller delvis: den officiella listan är inte införd.</p>
<p>Hela kodboken finns bland <a href="${sitePath}/data">öppna data</a>.</p>
`;
  return sitePage({ title: "Så är siffrorna gjorda", isDemo, way: wayTo(), body });
}
