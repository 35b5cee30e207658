import { useState } from "react";
import { Link } from "react-router";
import { wholeNumber } from "#kernel";
import type { FirstRunView, MadeLink, PeopleView } from "#server";
import { useSession } from "../../session/session.ts";
import { Button } from "../../ui/Button.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { InviteForm } from "../people/InviteForm.tsx";
import { MadeLinkCard } from "../people/MadeLinkCard.tsx";
import { heldRolesInWords } from "../people/person-words.ts";
import { OwnUnits } from "./OwnUnits.tsx";
import "../people/people.css";

type Props = {
  readonly view: FirstRunView;
  readonly people: PeopleView;
  readonly onChanged: () => void;
  readonly onGoOn: () => void;
};

/** Whoever comes back when many are here finds the others on their own page. */
const mostListed = 12;

/** Somebody has to register: a colleague who is invited, or the administrator herself. */
export function PeopleStep({ view, people, onChanged, onGoOn }: Props) {
  const { account } = useSession();
  const [made, setMade] = useState<MadeLink>();
  const [isInviting, setInviting] = useState(false);
  const hasWorker = view.isCaseWorker || view.caseWorkers > 0;
  if (made)
    return <MadeLinkCard made={made} next="Klar, nästa" onDone={() => setMade(undefined)} />;
  return (
    <>
      <p>
        Någon behöver vara handläggare: bjud in en kollega, eller ta rollen själv också. Bjud gärna
        in en enhetschef och en administratör till.
      </p>
      <ul className="first-run-list" aria-label="Personer">
        {people.people.slice(0, mostListed).map((person) => (
          <li key={person.account}>
            <strong>{person.name}</strong>{" "}
            <span className="soft">{heldRolesInWords(person.roles, people.units)}</span>
          </li>
        ))}
      </ul>
      {people.people.length > mostListed && (
        <p>
          <Link to="/personer" className="lone-link">
            Se alla {wholeNumber(people.people.length)} personer
          </Link>
        </p>
      )}
      {!view.isCaseWorker && people.units.length > 0 && (
        <OwnUnits people={people} account={account} onChanged={onChanged} />
      )}
      {isInviting ? (
        <section className="card stack" aria-labelledby="bjud-in">
          <h2 id="bjud-in">Bjud in</h2>
          <InviteForm
            view={people}
            onMade={(link) => {
              setInviting(false);
              setMade(link);
              onChanged();
            }}
          />
          <QuietButton onPress={() => setInviting(false)}>Avbryt</QuietButton>
        </section>
      ) : (
        <div className="row">
          {hasWorker && (
            <Button autoFocus onPress={onGoOn}>
              Fortsätt
            </Button>
          )}
          <Button kind="secondary" onPress={() => setInviting(true)}>
            Bjud in {people.people.length > 1 ? "en till" : "en kollega"}
          </Button>
        </div>
      )}
    </>
  );
}
