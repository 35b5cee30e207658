import { useState } from "react";
import { Link, useRevalidator } from "react-router";
import { systemClock } from "#kernel";
import type { MadeLink, RecoveryView } from "#server";
import { Button } from "../../ui/Button.tsx";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { momentInWords } from "../../words/calendar.ts";
import { MadeLinkCard } from "./MadeLinkCard.tsx";
import { useChange } from "./use-change.ts";

/** Somebody has lost her way in, and another administrator asks for a new one. */
export function WaitingRecoveries({
  recoveries,
}: {
  readonly recoveries: readonly RecoveryView[];
}) {
  const [made, setMade] = useState<MadeLink>();
  const revalidator = useRevalidator();
  function settled(link?: MadeLink) {
    setMade(link);
    void revalidator.revalidate();
  }
  return (
    <>
      {made && <MadeLinkCard made={made} onDone={() => setMade(undefined)} />}
      {recoveries.map((recovery) => (
        <WaitingRecovery key={recovery.id} recovery={recovery} onSettled={settled} />
      ))}
    </>
  );
}

type Props = {
  readonly recovery: RecoveryView;
  readonly onSettled: (made?: MadeLink) => void;
};

function WaitingRecovery({ recovery, onSettled }: Props) {
  const { id, account, name, askedBy, askedAt, mayAllow, isReturn } = recovery;
  const { send, isBusy, otherProblems } = useChange();
  const path = `/api/recoveries/${encodeURIComponent(id)}`;

  async function settle(isAllowed: boolean): Promise<void> {
    const made = await send<MadeLink>("PUT", path, { isAllowed });
    if (made) onSettled(isAllowed ? made : undefined);
  }

  return (
    <Notice title={isReturn ? `${name} ska komma tillbaka` : `${name} behöver en ny väg in`}>
      <p>
        {askedBy} bad om det {momentInWords(askedAt, systemClock.now())}.{" "}
        {mayAllow
          ? `Tala med ${name} först, så att du vet att det är hen som har bett om det. Godkänner du får du en länk att ge till hen.`
          : "En annan administratör behöver godkänna. Ni ska inte ha bjudit in varandra, och båda ska ha varit administratörer i sju dagar."}
      </p>
      <div className="row">
        {mayAllow && (
          <Button isDisabled={isBusy} onPress={() => void settle(true)}>
            Godkänn och skapa länk
          </Button>
        )}
        <Button kind="secondary" isDisabled={isBusy} onPress={() => void settle(false)}>
          Avslå
        </Button>
        <Link to={`/personer/${encodeURIComponent(account)}`}>Se {name}</Link>
      </div>
      <div role="alert">
        <FieldProblem id={`ny-vag-${id}`} sentence={otherProblems([]).join(" ") || undefined} />
      </div>
    </Notice>
  );
}
