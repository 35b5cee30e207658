import { Link } from "react-router";
import type { NavigationItem } from "../../session/navigation.ts";

const purposes: Readonly<Record<string, string>> = {
  "/arenden": "Sök ett ärende med dess kod.",
  "/resultat": "Vilka söker stöd, hur grovt är våldet, vilket stöd får de, och gör det skillnad?",
  "/laget": "Hur fullständig och aktuell registreringen är.",
  "/stuga": "Registrera tillsammans, och prata om hur ni bedömer.",
  "/fokusmanad": "Hur många som fick frågan om våld, och varför andra inte fick den.",
  "/riket": "Vilka söker stöd i hela landet, vilket stöd får de, och gör det skillnad?",
  "/nyckla-in": "För in en pappersenkät från en klient, eller läs upp frågorna.",
  "/enkatsprak": "Läs och godkänn enkäten på fler språk, och skriv vem klienten kan fråga.",
  "/leverera": "Kontrollera, se vad som lämnar kommunen, och skicka.",
  "/notiser": "Se vem som öppnat en kollegas ärende, och varför.",
  "/personer": "Bjud in, ge roller, och ange när någon har slutat.",
  "/enheter": "Lägg till enheter, och ange hur de arbetar.",
  "/logg": "Granska vem som läst och ändrat.",
  "/kodbok": "Vad varje fråga betyder och varifrån den kommer.",
};

/** For those who have no unit of their own to see: where they can go, and what for. */
export function Entrances({ items }: { readonly items: readonly NavigationItem[] }) {
  return (
    <section aria-labelledby="sidor">
      <h2 id="sidor">Dina sidor</h2>
      <ul className="todo">
        {items.map(({ path, name }) => (
          <li key={path}>
            <Link to={path}>{name}</Link>
            <p className="soft">{purposes[path]}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
