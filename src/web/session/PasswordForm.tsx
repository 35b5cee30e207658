import { type SubmitEvent, useRef, useState } from "react";
import type { SessionView } from "#server";
import { sentencesOf } from "../api/reply.ts";
import { request } from "../api/request.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";

type Props = {
  readonly municipality: string;
  readonly onSignedIn: (account: string) => void;
};

/** Name and password. Which of the two was wrong is never told. */
export function PasswordForm({ municipality, onSignedIn }: Props) {
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<string>();
  const [isSending, setSending] = useState(false);
  const nameField = useRef<HTMLInputElement>(null);

  async function signIn(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setSending(true);
    const body = { municipality, name, password };
    const reply = await request<SessionView>("POST", "/api/session", { body });
    setSending(false);
    if (reply.kind === "ok") return onSignedIn(reply.value.account);
    setProblem(sentencesOf(reply).join(" "));
    setPassword("");
    nameField.current?.focus();
  }

  return (
    <form className="stack" onSubmit={(event) => void signIn(event)}>
      <Field
        ref={nameField}
        label="Namn"
        value={name}
        onChange={setName}
        autoComplete="username"
        problem={problem}
      />
      <Field
        label="Lösenord"
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
      />
      <Button type="submit" isDisabled={isSending}>
        Logga in
      </Button>
    </form>
  );
}
