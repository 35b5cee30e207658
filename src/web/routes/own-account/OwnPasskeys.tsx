import { useState } from "react";
import type { OwnAccountView } from "#server";
import { sentencesOf } from "../../api/reply.ts";
import { AddPasskey, type NamedPasskey } from "../../session/passkey/AddPasskey.tsx";
import { canUsePasskeys } from "../../session/passkey/ask-authenticator.ts";
import { ask } from "../../session/signed-out.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { exactMoment } from "../../words/calendar.ts";

type Props = {
  readonly passkeys: OwnAccountView["passkeys"];
  readonly onChanged: () => void;
};

/** The passkeys that she has, and one more: a lost telephone must not keep her out. */
export function OwnPasskeys({ passkeys, onChanged }: Props) {
  const [isAdding, setAdding] = useState(false);
  const [told, setTold] = useState<{ readonly text: string; readonly isTrouble: boolean }>();

  async function remove(id: string, name: string): Promise<void> {
    const reply = await ask("DELETE", `/api/own-account/passkeys/${id}`);
    if (reply.kind !== "ok")
      return setTold({ text: sentencesOf(reply).join(" "), isTrouble: true });
    setTold({ text: `${name} är borttagen.`, isTrouble: false });
    onChanged();
  }

  function added(): void {
    setAdding(false);
    setTold({ text: "Passnyckeln är tillagd.", isTrouble: false });
    onChanged();
  }

  return (
    <div className="stack">
      <h3>Passnycklar</h3>
      {told && (
        <Notice tone={told.isTrouble ? "notice" : "calm"} isUrgent>
          {told.text}
        </Notice>
      )}
      {passkeys.length === 0 ? (
        <p>Du har ingen passnyckel. Med en loggar du in med finger, ansikte eller pinkod.</p>
      ) : (
        <ul className="plain-list">
          {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
            <li key={id} className="own-passkey">
              <span>
                <strong>{name}</strong>
                <span className="soft">
                  Skapad {exactMoment(createdAt)}.{" "}
                  {lastUsedAt ? `Senast använd ${exactMoment(lastUsedAt)}.` : "Inte använd ännu."}
                </span>
              </span>
              <QuietButton onPress={() => void remove(id, name)} label={`Ta bort ${name}`}>
                Ta bort
              </QuietButton>
            </li>
          ))}
        </ul>
      )}
      {passkeys.length === 1 && (
        <p className="soft">
          Lägg gärna till en till, på en annan enhet: då kommer du in om du tappar den ena.
        </p>
      )}
      {!canUsePasskeys() && (
        <p className="soft">
          Här går det inte att lägga till fler: webbläsaren är för gammal, eller så är programmet
          öppnat med ett nummer i stället för ett namn i adressen.
        </p>
      )}
      {canUsePasskeys() && !isAdding && (
        <p>
          <Button kind="secondary" onPress={() => setAdding(true)}>
            Lägg till passnyckel
          </Button>
        </p>
      )}
      {isAdding && (
        <AddPasskey<undefined>
          challenge={{ path: "/api/own-account/passkeys/challenge", body: {} }}
          label="Skapa passnyckel"
          send={(made: NamedPasskey) => ask("POST", "/api/own-account/passkeys", { body: made })}
          onDone={added}
        />
      )}
    </div>
  );
}
