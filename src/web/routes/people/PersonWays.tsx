import { systemClock } from "#kernel";
import type { MadeLink, PersonView } from "#server";
import { useSession } from "../../session/session.ts";
import { Button } from "../../ui/Button.tsx";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { dayInWords, momentInWords } from "../../words/calendar.ts";
import { stateWords, waysInInWords } from "./person-words.ts";
import { useChange } from "./use-change.ts";
import { WaitingRecoveries } from "./WaitingRecoveries.tsx";

type Props = {
  readonly person: PersonView;
  readonly onChanged: () => void;
  readonly onMade: (made: MadeLink) => void;
};

/** How she comes in, and what helps when she cannot. */
export function PersonWays({ person, onChanged, onMade }: Props) {
  const { account, state, waysIn, link, lastSignInOn, recovery, takesTwo } = person;
  const { send, isBusy, otherProblems } = useChange();
  const path = `/api/people/${encodeURIComponent(account)}`;
  if (state === "left") return null;

  async function renew(): Promise<void> {
    const made = await send<MadeLink>("POST", `${path}/link`);
    if (made) onMade(made);
  }
  async function act(method: "POST" | "DELETE", what: string): Promise<void> {
    if (await send(method, `${path}/${what}`)) onChanged();
  }

  return (
    <section className="card stack" aria-labelledby="inloggning">
      <h2 id="inloggning">Inloggning</h2>
      <dl className="person-facts">
        <dt>Läge</dt>
        <dd>{stateWords[state]}</dd>
        <dt>Sätt att logga in</dt>
        <dd>{waysInInWords(waysIn)}</dd>
        <dt>Senast inloggad</dt>
        <dd>{lastSignInOn === null ? "aldrig" : dayInWords(lastSignInOn)}</dd>
        {link && (
          <>
            <dt>Länk</dt>
            <dd>
              {link.isTooOld ? "gick ut " : "väntar på att användas, till "}
              {momentInWords(link.expiresAt, systemClock.now())}
            </dd>
          </>
        )}
      </dl>
      {state === "invited" && !takesTwo && (
        <>
          <p>En ny länk gör att den förra slutar att gälla.</p>
          <Button kind="secondary" isDisabled={isBusy} onPress={() => void renew()}>
            Skapa ny länk
          </Button>
        </>
      )}
      {state === "active" && (
        <>
          <p>
            Loggar ut personen överallt, till exempel om en dator är borta. Hen kan logga in igen.
          </p>
          <Button
            kind="secondary"
            isDisabled={isBusy}
            onPress={() => void act("DELETE", "sessions")}
          >
            Logga ut överallt
          </Button>
        </>
      )}
      {takesTwo &&
        (recovery ? (
          <WaitingRecoveries recoveries={[recovery]} />
        ) : (
          <AskForRecovery
            person={person}
            isBusy={isBusy}
            onAsk={() => void act("POST", "recovery")}
          />
        ))}
      <div role="alert">
        <FieldProblem id="inloggning-problem" sentence={otherProblems([]).join(" ") || undefined} />
      </div>
    </section>
  );
}

/** What needs no second administrator, since it needs the server. */
export function ByOperator({
  signInName,
  municipality,
}: {
  readonly signInName: string;
  readonly municipality: string;
}) {
  return (
    <>
      Den som sköter driften kan i stället stoppa Skillnad och köra{" "}
      <code>
        skillnad add-account --municipality {municipality} --sign-in {signInName} --new-link
      </code>
      .
    </>
  );
}

type AskProps = {
  readonly person: PersonView;
  readonly isBusy: boolean;
  readonly onAsk: () => void;
};

/** Two administrators, so that nobody alone can take over an account. */
function AskForRecovery({ person, isBusy, onAsk }: AskProps) {
  const { municipality } = useSession();
  if (person.isSelf) {
    return (
      <p className="soft">
        Dina egna sätt att logga in ändrar du på ditt konto. Har du förlorat dem behöver två andra
        administratörer hjälpa dig, eller den som sköter driften.
      </p>
    );
  }
  if (person.otherAdministrators === 0) {
    return (
      <p className="soft">
        Har {person.name} förlorat sitt sätt att logga in? En ny väg in kräver en administratör
        till, som du inte har bjudit in och som har varit det i sju dagar. Någon sådan finns inte
        nu. <ByOperator signInName={person.signInName} municipality={municipality.code} />
      </p>
    );
  }
  return (
    <>
      <p>
        Har {person.name} förlorat sitt sätt att logga in? Du ber om en ny väg in, och en annan
        administratör godkänner.
      </p>
      <Button kind="secondary" isDisabled={isBusy} onPress={onAsk}>
        Be om ny väg in
      </Button>
    </>
  );
}
