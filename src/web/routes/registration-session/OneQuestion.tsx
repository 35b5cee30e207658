import { Link } from "react-router";
import type { Codebook } from "#codebook";
import type { RegistrationSessionView } from "#server";
import { questionPage, type SessionPlace } from "./session-place.ts";
import { casesInWords } from "./session-words.ts";

type Props = {
  readonly place: SessionPlace;
  readonly codebook: Codebook;
  readonly variables: RegistrationSessionView["queue"]["variables"];
};

/** The other way to work: one question in all one's cases, so that they are judged alike. */
export function OneQuestion({ place, codebook, variables }: Props) {
  const order = codebook.variables.map(({ id }) => id);
  const listed = variables.toSorted(
    (a, b) => b.cases - a.cases || order.indexOf(a.id) - order.indexOf(b.id),
  );
  return (
    <section aria-labelledby="en-fraga" className="stack">
      <h2 id="en-fraga">En fråga i taget</h2>
      {listed.length === 0 ? (
        <p className="soft">
          När samma fråga är obesvarad i två eller fler av dina ärenden står den här.
        </p>
      ) : (
        <>
          <p className="soft">Gå igenom samma fråga i alla dina ärenden, ett efter ett.</p>
          <ul className="todo one-question">
            {listed.map(({ id, cases }) => (
              <li key={id}>
                <Link to={questionPage(place, id)}>
                  {codebook.variables.find((variable) => variable.id === id)?.label.sv ?? id}
                </Link>
                <span className="soft">{casesInWords(cases)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
