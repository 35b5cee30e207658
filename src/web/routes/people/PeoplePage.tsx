import { useState } from "react";
import { Link, useLoaderData, useNavigate } from "react-router";
import { wholeNumber } from "#kernel";
import type { PeopleView, PersonLine } from "#server";
import { Page } from "../../shell/Page.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Pages } from "../../ui/Pages.tsx";
import { dayInWords } from "../../words/calendar.ts";
import { findPeople } from "./find-people.ts";
import { heldRolesInWords, stateWords } from "./person-words.ts";
import { WaitingRecoveries } from "./WaitingRecoveries.tsx";
import "../../ui/records.css";
import "./people.css";

const pageSize = 50;

/** Who has an account here. */
export function PeoplePage() {
  const { people, units, recoveries } = useLoaderData<PeopleView>();
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const [showsLeft, setShowsLeft] = useState(false);
  const [from, setFrom] = useState(0);
  const chosen = findPeople(people, units, text, showsLeft);
  return (
    <Page title="Personer" help={help}>
      <div className="stack people-page">
        <WaitingRecoveries recoveries={recoveries} />
        <Button onPress={() => void navigate("/personer/ny")}>Bjud in</Button>
        <search className="row people-search">
          <Field
            label="Sök på namn, roll eller enhet"
            type="search"
            value={text}
            onChange={(value) => {
              setText(value);
              setFrom(0);
            }}
          />
          <label className="switch">
            <input
              type="checkbox"
              checked={showsLeft}
              onChange={(event) => setShowsLeft(event.target.checked)}
            />
            <span>Visa också dem som har slutat</span>
          </label>
        </search>
        <p className="soft" role="status">
          {chosen.length === 1 ? "1 person" : `${wholeNumber(chosen.length)} personer`}
        </p>
        {chosen.length === 0 ? (
          <p>Ingen passar. Ändra sökningen, eller bjud in en ny person.</p>
        ) : (
          <PeopleTable people={chosen.slice(from, from + pageSize)} units={units} />
        )}
        <Pages from={from} size={pageSize} total={chosen.length} onGo={setFrom} />
      </div>
    </Page>
  );
}

type TableProps = Pick<PeopleView, "units"> & { readonly people: readonly PersonLine[] };

function PeopleTable({ people, units }: TableProps) {
  return (
    <table className="records people-table">
      <caption className="aloud">Personer med konto här</caption>
      <thead>
        <tr>
          <th scope="col">Namn</th>
          <th scope="col">Roller</th>
          <th scope="col">Läge</th>
          <th scope="col">Senast inloggad</th>
        </tr>
      </thead>
      <tbody>
        {people.map(({ account, name, signInName, roles, state, lastSignInOn }) => (
          <tr key={account}>
            <td>
              <Link to={`/personer/${encodeURIComponent(account)}`}>{name}</Link>
              <span className="soft sign-in-name">{signInName}</span>
            </td>
            <td>{heldRolesInWords(roles, units) || "Inga roller"}</td>
            <td>{stateWords[state]}</td>
            <td>{lastSignInOn === null ? "Aldrig inloggad" : dayInWords(lastSignInOn)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const help = {
  sentences: [
    "Här ser du vilka som har ett konto, vilka roller de har och när de loggade in senast.",
    "Välj en person för att ändra roller, ge en ny länk, logga ut eller ange att hen har slutat.",
    "Administratören ser inga ärenden.",
  ],
  readMore: "personer-och-enheter",
} as const;
