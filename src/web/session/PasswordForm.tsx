import { type SubmitEvent, useRef, useState } from "react";
import type { SessionView } from "#server";
import { sentencesOf } from "../api/reply.ts";
import { request } from "../api/request.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { CodeField } from "./CodeField.tsx";
import { PasswordField } from "./PasswordField.tsx";
import "./session.css";

type Props = {
  readonly municipality: string;
  readonly onSignedIn: (account: string) => void;
};

/** Name, password and code at once. Which of them was wrong is never told, and the name stays. */
export function PasswordForm({ municipality, onSignedIn }: Props) {
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<string>();
  const [isSending, setSending] = useState(false);
  const nameField = useRef<HTMLInputElement>(null);

  async function signIn(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setSending(true);
    const body = { municipality, name, password, code };
    const reply = await request<SessionView>("POST", "/api/session", { body });
    setSending(false);
    if (reply.kind === "ok") return onSignedIn(reply.value.account);
    setProblem(sentencesOf(reply).join(" "));
    setPassword("");
    setCode("");
    nameField.current?.focus();
  }

  return (
    <form className="stack" onSubmit={(event) => void signIn(event)}>
      <Field
        ref={nameField}
        label="Namn"
        hint="Det du loggar in med."
        value={name}
        onChange={setName}
        autoComplete="username"
        problem={problem}
      />
      <PasswordField value={password} onChange={setPassword} autoComplete="current-password" />
      <CodeField value={code} onChange={setCode} />
      <Button type="submit" isDisabled={isSending}>
        Logga in
      </Button>
    </form>
  );
}
