import { useState } from "react";
import type { SessionView, SignInOptions } from "#server";
import { sentencesOf } from "../../api/reply.ts";
import { request } from "../../api/request.ts";
import { roleNames } from "../../session/roles.ts";
import { Notice } from "../../ui/Notice.tsx";

type Account = SignInOptions["demoAccounts"][number];
type Props = {
  readonly accounts: readonly Account[];
  readonly onSignedIn: (account: string) => void;
};

/** One press per role. */
export function DemoAccounts({ accounts, onSignedIn }: Props) {
  const [problem, setProblem] = useState<string>();

  async function signIn({ account, municipality }: Account): Promise<void> {
    const body = { account, municipality: municipality.code };
    const reply = await request<SessionView>("POST", "/api/demo-session", { body });
    if (reply.kind === "ok") onSignedIn(reply.value.account);
    else setProblem(sentencesOf(reply).join(" "));
  }

  return (
    <>
      <p>Välj vem du vill vara. Du kan byta när du vill.</p>
      {problem && <Notice isUrgent>{problem}</Notice>}
      <ul className="demo-accounts">
        {accounts.map((each) => (
          <li key={each.account}>
            <button type="button" onClick={() => void signIn(each)}>
              <strong>Logga in som {roleNames[each.role].toLowerCase()}</strong>
              <span>{each.name}</span>
              <span className="soft">
                {[each.unit, each.municipality.name].filter(Boolean).join(", ")}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
