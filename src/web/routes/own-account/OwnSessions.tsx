import { useState } from "react";
import type { OwnSession } from "#server";
import { sentencesOf } from "../../api/reply.ts";
import { ask } from "../../session/signed-out.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";
import { exactMoment } from "../../words/calendar.ts";
import "../../ui/records.css";

type Props = { readonly sessions: readonly OwnSession[]; readonly onEnded: () => void };

/** Where she is signed in: what she does not know as hers she ends, and it is out at once. */
export function OwnSessions({ sessions, onEnded }: Props) {
  const [trouble, setTrouble] = useState<string>();
  const others = sessions.filter(({ isThis }) => !isThis);

  async function end(handle: string): Promise<void> {
    const reply = await ask("DELETE", `/api/own-account/sessions/${handle}`);
    setTrouble(sentencesOf(reply).join(" ") || undefined);
    if (reply.kind === "ok") onEnded();
  }

  return (
    <section className="own-account stack" aria-labelledby="inloggad">
      <h2 id="inloggad">Här är du inloggad</h2>
      {trouble && <Notice isUrgent>{trouble}</Notice>}
      <table className="records">
        <caption className="aloud">Dina inloggningar, den senaste först</caption>
        <thead>
          <tr>
            <th scope="col">Var</th>
            <th scope="col">Hur</th>
            <th scope="col">Sedan</th>
            <th scope="col">Senast använd</th>
            <th scope="col">
              <span className="aloud">Avsluta</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ handle, isThis, method, device, createdAt, lastSeenAt }) => (
            <tr key={handle}>
              <td>
                {device || "Okänd webbläsare"}
                {isThis && <strong> (den här)</strong>}
              </td>
              <td>{methodNames[method]}</td>
              <td>
                <span className="own-account-label">Sedan </span>
                {exactMoment(createdAt)}
              </td>
              <td>
                <span className="own-account-label">Senast använd </span>
                {exactMoment(lastSeenAt)}
              </td>
              <td>
                {!isThis && (
                  <QuietButton
                    onPress={() => void end(handle)}
                    label={`Avsluta ${device || "okänd webbläsare"} sedan ${exactMoment(createdAt)}`}
                  >
                    Avsluta
                  </QuietButton>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {others.length === 0 ? (
        <p className="soft">Du är inte inloggad någon annanstans.</p>
      ) : (
        <p>
          <Button kind="secondary" onPress={() => void end("others")}>
            Avsluta alla andra
          </Button>
        </p>
      )}
    </section>
  );
}

const methodNames: Readonly<Record<OwnSession["method"], string>> = {
  password: "Lösenord och kod",
  passkey: "Passnyckel",
  provider: "Organisationens inloggning",
  demo: "Demo",
};
