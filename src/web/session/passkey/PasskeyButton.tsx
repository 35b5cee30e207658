import { useState } from "react";
import type { SessionView } from "#server";
import { type Reply, sentencesOf } from "../../api/reply.ts";
import { request } from "../../api/request.ts";
import { Button } from "../../ui/Button.tsx";
import { askForPasskey, type PasskeyAnswer } from "./ask-authenticator.ts";

type Props<Value> = {
  readonly label: string;
  /** What is done with the answer. */
  readonly send: (answer: PasskeyAnswer) => Promise<Reply<Value>>;
  readonly onDone: (value: Value) => void;
};

/** One press, and the browser asks for finger, face or the machine's own code. */
export function PasskeyButton<Value>({ label, send, onDone }: Props<Value>) {
  const [problem, setProblem] = useState<string>();
  const [isAsking, setAsking] = useState(false);

  async function ask(): Promise<void> {
    setAsking(true);
    setProblem(undefined);
    const asked = await askForPasskey();
    if (asked.kind === "stopped") {
      setAsking(false);
      return setProblem("Passnyckeln användes inte. Försök igen, eller välj ett annat sätt.");
    }
    const reply = asked.kind === "ok" ? await send(asked.value) : asked;
    setAsking(false);
    if (reply.kind === "ok") return onDone(reply.value);
    setProblem(sentencesOf(reply).join(" "));
  }

  return (
    <div className="stack">
      <Button onPress={() => void ask()} isDisabled={isAsking}>
        {label}
      </Button>
      {problem && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

/** For coming in. */
export function sendToComeIn(answer: PasskeyAnswer): Promise<Reply<SessionView>> {
  return request<SessionView>("POST", "/api/passkey-session", { body: answer });
}
