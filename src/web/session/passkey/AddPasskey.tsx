import { type SubmitEvent, useState } from "react";
import { type Reply, sentencesOf } from "../../api/reply.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { makePasskey, type PasskeyAnswer } from "./ask-authenticator.ts";

export type NamedPasskey = PasskeyAnswer & { readonly name: string };

type Props<Value> = {
  /** Where the challenge is asked for, and with what. */
  readonly challenge: { readonly path: string; readonly body: object };
  readonly label: string;
  readonly send: (made: NamedPasskey) => Promise<Reply<Value>>;
  readonly onDone: (value: Value) => void;
};

/** A name to know it by among others, and the browser does the rest. */
export function AddPasskey<Value>({ challenge, label, send, onDone }: Props<Value>) {
  const [name, setName] = useState("Den här datorn");
  const [problem, setProblem] = useState<string>();
  const [isMaking, setMaking] = useState(false);

  async function make(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setProblem(undefined);
    if (name.trim() === "") return setProblem("Ge passnyckeln ett namn, till exempel «Telefonen».");
    setMaking(true);
    const made = await makePasskey(challenge.path, challenge.body);
    if (made.kind === "stopped") {
      setMaking(false);
      return setProblem(
        "Passnyckeln blev inte till. Försök igen. Finns det redan en på den här enheten räcker den.",
      );
    }
    const reply = made.kind === "ok" ? await send({ ...made.value, name: name.trim() }) : made;
    setMaking(false);
    if (reply.kind === "ok") return onDone(reply.value);
    setProblem(sentencesOf(reply).join(" "));
  }

  return (
    <form className="stack" onSubmit={(event) => void make(event)}>
      <Field
        label="Namn på passnyckeln"
        hint="Så att du känner igen den bland flera."
        value={name}
        onChange={setName}
        problem={problem}
      />
      <Button type="submit" isDisabled={isMaking}>
        {label}
      </Button>
    </form>
  );
}
