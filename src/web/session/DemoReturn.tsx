import { useState } from "react";
import type { SessionView } from "#server";
import { sentencesOf } from "../api/reply.ts";
import { request } from "../api/request.ts";
import { Button } from "../ui/Button.tsx";

type Props = {
  readonly session: SessionView;
  readonly onSignedIn: (account: string) => void;
};

/** In the demo nobody has a password: one press brings the same person back. */
export function DemoReturn({ session, onSignedIn }: Props) {
  const [problem, setProblem] = useState<string>();

  async function signIn(): Promise<void> {
    const { account, municipality } = session;
    const body = { account, municipality: municipality.code };
    const reply = await request<SessionView>("POST", "/api/demo-session", { body });
    if (reply.kind === "ok") onSignedIn(reply.value.account);
    else setProblem(sentencesOf(reply).join(" "));
  }

  return (
    <div className="stack">
      <Button autoFocus onPress={() => void signIn()}>
        Logga in som {session.name}
      </Button>
      {problem && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
