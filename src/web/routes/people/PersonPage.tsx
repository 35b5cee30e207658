import { useState } from "react";
import { Link, useLoaderData, useRevalidator } from "react-router";
import type { MadeLink } from "#server";
import { Page } from "../../shell/Page.tsx";
import { LeaveOrReturn } from "./LeaveOrReturn.tsx";
import type { LoadedPerson } from "./load-people.ts";
import { MadeLinkCard } from "./MadeLinkCard.tsx";
import { PersonForm } from "./PersonForm.tsx";
import { PersonSight } from "./PersonSight.tsx";
import { PersonWays } from "./PersonWays.tsx";
import "./people.css";

/** One person's account: its roles, its ways in, and what it may see. */
export function PersonPage() {
  const { person, view } = useLoaderData<LoadedPerson>();
  const revalidator = useRevalidator();
  const [made, setMade] = useState<MadeLink>();
  const changed = () => void revalidator.revalidate();
  function madeLink(link: MadeLink) {
    setMade(link);
    changed();
  }
  return (
    <Page
      title={person.name}
      windowTitle="Person"
      help={help}
      lead={<p>Loggar in som {person.signInName}.</p>}
    >
      <div className="stack person-page">
        <p>
          <Link to="/personer" className="way-back">
            Till alla personer
          </Link>
        </p>
        {made && <MadeLinkCard made={made} onDone={() => setMade(undefined)} />}
        <PersonForm
          key={`${person.name} ${JSON.stringify(person.roles)}`}
          person={person}
          view={view}
          onChanged={changed}
        />
        <PersonSight sees={person.sees} />
        <PersonWays person={person} onChanged={changed} onMade={madeLink} />
        <LeaveOrReturn person={person} onChanged={changed} onMade={madeLink} />
      </div>
    </Page>
  );
}

const help = {
  sentences: [
    "Roller som du ändrar gäller genast, också för den som redan är inloggad.",
    "«Vad får hen se?» räknas fram ur samma regler som programmet självt följer.",
    "Den som har slutat loggas ut med en gång och kan inte logga in igen.",
  ],
  readMore: "personer-och-enheter",
} as const;
