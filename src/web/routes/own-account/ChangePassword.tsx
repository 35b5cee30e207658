import { type SubmitEvent, useState } from "react";
import { type Reply, sentencesAt } from "../../api/reply.ts";
import { PasswordField } from "../../session/PasswordField.tsx";
import { OwnName } from "../../session/ProveByPassword.tsx";
import { ask } from "../../session/signed-out.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { QuietButton } from "../../ui/QuietButton.tsx";

/** The new one alone: who she is has been proved lately, or is asked for when it is sent. */
export function ChangePassword({ signInName }: { readonly signInName: string }) {
  const [isOpen, setOpen] = useState(false);
  const [isChanged, setChanged] = useState(false);
  const [password, setPassword] = useState("");
  const [reply, setReply] = useState<Reply<unknown>>();
  const told = reply && sentencesAt(reply, "password");

  async function change(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const answered = await ask("POST", "/api/own-account/password", { body: { password } });
    setReply(answered);
    if (answered.kind !== "ok") return;
    setPassword("");
    setOpen(false);
    setChanged(true);
  }

  if (!isOpen) {
    return (
      <>
        <p>Du har ett lösenord och en app för koder.</p>
        {isChanged && (
          <Notice tone="calm" isUrgent>
            Lösenordet är bytt. Kodappen gäller som förut.
          </Notice>
        )}
        <p>
          <QuietButton onPress={() => setOpen(true)}>Byt lösenord</QuietButton>
        </p>
      </>
    );
  }
  return (
    <form className="stack" onSubmit={(event) => void change(event)}>
      <OwnName signInName={signInName} />
      <PasswordField
        label="Nytt lösenord"
        value={password}
        onChange={setPassword}
        autoComplete="new-password"
        hint="Minst tolv tecken. Fyra ord som inte hör ihop är lätta att minnas och svåra att gissa."
        problem={told?.password}
      />
      {told?.elsewhere && (
        <p className="field-problem" role="alert">
          {told.elsewhere}
        </p>
      )}
      <div className="own-account-actions">
        <Button type="submit">Byt lösenord</Button>
        <QuietButton onPress={() => setOpen(false)}>Avbryt</QuietButton>
      </div>
    </form>
  );
}
