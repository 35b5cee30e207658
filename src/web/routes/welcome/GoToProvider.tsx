import { useState } from "react";
import type { ProviderWay } from "#server";
import { sentencesOf } from "../../api/reply.ts";
import { request } from "../../api/request.ts";
import { Button } from "../../ui/Button.tsx";

type Props = {
  readonly link: string;
  readonly provider: { readonly id: string; readonly name: string };
};

/** Out to the provider and back: then the link is used, and she is signed in. */
export function GoToProvider({ link, provider: { id, name } }: Props) {
  const [problem, setProblem] = useState<string>();

  async function go(): Promise<void> {
    const body = { link, way: { kind: "provider", provider: id } };
    const reply = await request<ProviderWay>("POST", "/api/account-link/way-in", { body });
    if (reply.kind === "ok") window.location.assign(reply.value.address);
    else setProblem(sentencesOf(reply).join(" "));
  }

  return (
    <div className="stack">
      <p>Du kommer till {name}, visar vem du är där, och kommer tillbaka hit inloggad.</p>
      <Button onPress={() => void go()}>Fortsätt till {name}</Button>
      {problem && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
