import { type SubmitEvent, useState } from "react";
import type { AccountLinkView } from "#server";
import { type Reply, sentencesAt } from "../../api/reply.ts";
import { CodeField } from "../../session/CodeField.tsx";
import { PasswordField } from "../../session/PasswordField.tsx";
import { OwnName } from "../../session/ProveByPassword.tsx";
import { Button } from "../../ui/Button.tsx";
import { QrCode } from "../../ui/QrCode.tsx";

type Made = { readonly password: string; readonly sealed: string; readonly code: string };

type Props = {
  readonly signInName: string;
  readonly codes: AccountLinkView["codes"];
  readonly send: (made: Made) => Promise<Reply<unknown>>;
  readonly onDone: () => void;
};

/** A password of her own, and an app that shows a new code every half minute. */
export function MakePassword({ signInName, codes, send, onDone }: Props) {
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [reply, setReply] = useState<Reply<unknown>>();
  const [isSending, setSending] = useState(false);
  const told = reply && sentencesAt(reply, "password", "code");

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setSending(true);
    const answered = await send({ password, sealed: codes.sealed, code });
    setSending(false);
    if (answered.kind === "ok") return onDone();
    setReply(answered);
    if (sentencesAt(answered, "password", "code").code) setCode("");
  }

  return (
    <form className="stack" onSubmit={(event) => void save(event)}>
      <p>
        Du loggar in som <strong>{signInName}</strong>.
      </p>
      <OwnName signInName={signInName} />
      <h2>1. Välj ett lösenord</h2>
      <PasswordField
        value={password}
        onChange={setPassword}
        autoComplete="new-password"
        hint="Minst tolv tecken. Fyra ord som inte hör ihop är lätta att minnas och svåra att gissa."
        problem={told?.password}
      />
      <h2>2. Lägg till Skillnad i din kodapp</h2>
      <p>
        Öppna appen för koder i telefonen, till exempel Google Authenticator, Microsoft
        Authenticator eller den som din kommun använder. Läs av rutan med den.
      </p>
      <QrCode text={codes.address} label="Ruta att läsa av med kodappen" />
      <details>
        <summary>Går rutan inte att läsa av?</summary>
        <p>Skriv in den här nyckeln i appen i stället:</p>
        <p className="code-seed">{inGroups(codes.seed)}</p>
      </details>
      <h2>3. Skriv koden som appen visar</h2>
      <CodeField value={code} onChange={setCode} hint="Sex siffror." problem={told?.code} />
      {told?.elsewhere && (
        <p className="field-problem" role="alert">
          {told.elsewhere}
        </p>
      )}
      <Button type="submit" isDisabled={isSending}>
        Spara och logga in
      </Button>
    </form>
  );
}

/** As it is easiest to copy by hand. */
function inGroups(seed: string): string {
  return (seed.match(/.{1,4}/g) ?? []).join(" ");
}
