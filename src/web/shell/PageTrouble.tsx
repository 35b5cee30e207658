import { isRouteErrorResponse, Link, useRouteError } from "react-router";
import { Button } from "../ui/Button.tsx";
import { Page } from "./Page.tsx";

/** Instead of a page that could not be shown: what happened, what is safe, what to do. */
export function PageTrouble() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NoSuchPage />;
  const sentence = isRouteErrorResponse(error)
    ? String(error.data)
    : "Något gick fel när sidan skulle visas. Det du redan sparat är kvar.";
  return (
    <Page title="Sidan kunde inte visas" help={troubleHelp}>
      <div className="stack">
        <p>{sentence}</p>
        <Button onPress={() => window.location.reload()}>Ladda om sidan</Button>
        <Link to="/">Till Start</Link>
      </div>
    </Page>
  );
}

/** When not even what surrounds a page could be shown. */
export function WholeTrouble() {
  return (
    <main className="page">
      <PageTrouble />
    </main>
  );
}

/** The same for what does not exist and for what this person may not see. */
export function NoSuchPage() {
  return (
    <Page title="Sidan finns inte" help={help}>
      <div className="stack">
        <p>Sidan eller ärendet finns inte, eller så har du inte tillgång till det.</p>
        <Link to="/">Till Start</Link>
      </div>
    </Page>
  );
}

const help = {
  sentences: [
    "Adressen leder ingenstans, eller till något som du inte har tillgång till.",
    "Är det ett ärende: kontrollera koden tecken för tecken.",
    "Borde du ha tillgång, fråga din chef eller kontaktperson.",
  ],
  readMore: "innehall",
} as const;

const troubleHelp = {
  sentences: [
    "Sidan kunde inte visas, men det du redan har sparat är kvar.",
    "Ladda om sidan, och vänta en stund om det inte hjälper.",
    "Händer det igen: berätta för den som driver systemet vilken sida det gäller och vad klockan var.",
  ],
  readMore: "innehall",
} as const;
