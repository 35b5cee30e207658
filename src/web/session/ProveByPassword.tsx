import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { type Reply, sentencesOf } from "../api/reply.ts";
import { Button } from "../ui/Button.tsx";
import { CodeField } from "./CodeField.tsx";
import { PasswordField } from "./PasswordField.tsx";
import "./session.css";

type Props = {
  readonly signInName: string;
  readonly send: (password: string, code: string) => Promise<Reply<unknown>>;
  readonly onDone: () => void;
};

/** Who it is is known already. */
export function ProveByPassword({ signInName, send, onDone }: Props) {
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [problem, setProblem] = useState<string>();
  const [isSending, setSending] = useState(false);
  const passwordField = useRef<HTMLInputElement>(null);
  // The question stands there before it is known what she can answer it with.
  useEffect(() => passwordField.current?.focus(), []);

  async function prove(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setSending(true);
    const reply = await send(password, code);
    setSending(false);
    if (reply.kind === "ok") return onDone();
    setProblem(sentencesOf(reply).join(" "));
    setPassword("");
    setCode("");
    passwordField.current?.focus();
  }

  return (
    <form className="stack" onSubmit={(event) => void prove(event)}>
      <OwnName signInName={signInName} />
      <PasswordField
        ref={passwordField}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        problem={problem}
      />
      <CodeField value={code} onChange={setCode} />
      <Button type="submit" isDisabled={isSending}>
        Visa att det är jag
      </Button>
    </form>
  );
}

/** For the browser's own keeper of passwords, which wants to know whose it is. */
export function OwnName({ signInName }: { readonly signInName: string }) {
  return (
    <input type="text" name="username" autoComplete="username" value={signInName} readOnly hidden />
  );
}
