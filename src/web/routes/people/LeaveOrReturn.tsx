import { useState } from "react";
import type { MadeLink, PersonView } from "#server";
import { useSession } from "../../session/session.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ByOperator } from "./PersonWays.tsx";
import { casesInUnits } from "./person-words.ts";
import { useChange } from "./use-change.ts";
import { WaitingRecoveries } from "./WaitingRecoveries.tsx";

type Props = {
  readonly person: PersonView;
  readonly onChanged: () => void;
  readonly onMade: (made: MadeLink) => void;
};

/** Out at once, and in again. */
export function LeaveOrReturn({ person, onChanged, onMade }: Props) {
  const { account, name, state, toHandOver, withoutManager } = person;
  const [isAsking, setAsking] = useState(false);
  const { send, isBusy, otherProblems } = useChange();
  const path = `/api/people/${encodeURIComponent(account)}`;
  const problem = otherProblems([]).join(" ") || undefined;

  async function leave(): Promise<void> {
    const left = await send("POST", `${path}/leave`);
    setAsking(false);
    if (left) onChanged();
  }
  async function comeBack(): Promise<void> {
    const told = await send<MadeLink | PersonView>("POST", `${path}/return`);
    if (!told) return;
    if ("expiresAt" in told) onMade(told);
    else onChanged();
  }

  return (
    <section className="card stack" aria-labelledby="slutat">
      <h2 id="slutat">{state === "left" ? `${name} har slutat` : "Har slutat"}</h2>
      {toHandOver.length > 0 && (
        <Notice title="Ärenden att lämna över">
          <p>
            {casesInUnits(toHandOver)}. Enhetens chef ser det på sin startsida och lämnar över dem.
          </p>
        </Notice>
      )}
      {withoutManager.length > 0 && (
        <Notice title="Saknar enhetschef">
          <p>
            {withoutManager.join(", ")}. Ge rollen till någon annan, så att ärenden kan lämnas över.
          </p>
        </Notice>
      )}
      {state === "left" ? (
        <ComeBack person={person} isBusy={isBusy} onAsk={() => void comeBack()} />
      ) : (
        <>
          <p>Loggar ut personen genast, stänger kontot och tar bort alla sätt att logga in.</p>
          <Button kind="secondary" isDisabled={isBusy} onPress={() => setAsking(true)}>
            Har slutat
          </Button>
        </>
      )}
      <div role="alert">
        <FieldProblem id="slutat-problem" sentence={problem} />
      </div>
      {isAsking && (
        <Dialog title={`Har ${name} slutat?`} onClose={() => setAsking(false)}>
          <p>
            Kontot stängs med en gång. Det som hen har gjort finns kvar, med hens namn. Enhetens
            chef får veta om det finns ärenden att lämna över.
          </p>
          <div className="row">
            <Button isDisabled={isBusy} onPress={() => void leave()}>
              Ja, stäng kontot
            </Button>
            <Button kind="secondary" onPress={() => setAsking(false)}>
              Avbryt
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}

type ComeBackProps = {
  readonly person: PersonView;
  readonly isBusy: boolean;
  readonly onAsk: () => void;
};

/** Her roles and her cases are as they were: so nobody alone lets her in again. */
function ComeBack({ person, isBusy, onAsk }: ComeBackProps) {
  const { municipality } = useSession();
  const { takesTwo, recovery, otherAdministrators, signInName } = person;
  if (recovery) return <WaitingRecoveries recoveries={[recovery]} />;
  const waysBack = takesTwo
    ? " En annan administratör godkänner, och får länken att ge till hen."
    : "";
  return (
    <>
      <p>
        Kontot är stängt. Kommer hen tillbaka får hen samma roller, och väljer ett nytt sätt att
        logga in.{waysBack}
      </p>
      {takesTwo && otherAdministrators === 0 && (
        <p className="soft">
          Nu finns ingen annan som kan godkänna: det behöver vara en administratör som du inte har
          bjudit in och som har varit det i sju dagar.{" "}
          <ByOperator signInName={signInName} municipality={municipality.code} />
        </p>
      )}
      <Button kind="secondary" isDisabled={isBusy} onPress={onAsk}>
        {takesTwo ? "Är tillbaka: be om länk" : "Är tillbaka: skapa länk"}
      </Button>
    </>
  );
}
