import { useEffect, useState } from "react";
import type { OwnAccountView, Proof, SessionView } from "#server";
import { type Reply, sentencesOf } from "../api/reply.ts";
import { get, request } from "../api/request.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { ProveAtProvider } from "./ProveAtProvider.tsx";
import { ProveByPassword } from "./ProveByPassword.tsx";
import { canUsePasskeys } from "./passkey/ask-authenticator.ts";
import { PasskeyButton } from "./passkey/PasskeyButton.tsx";
import { proving, settleProof, useAskingForProof } from "./step-up.ts";

/** One question for all that asks for it. Called off, each of them has its refusal. */
export function StepUp() {
  return useAskingForProof() ? <Asked /> : null;
}

type Ways = { readonly kind: SessionView["kind"]; readonly own: OwnAccountView };

function Asked() {
  const [ways, setWays] = useState<Ways>();
  const [trouble, setTrouble] = useState<string>();

  useEffect(() => {
    const leaving = new AbortController();
    void findWays(leaving.signal).then((found) => {
      if (leaving.signal.aborted) return;
      if ("own" in found) setWays(found);
      else setTrouble(sentencesOf(found).join(" "));
    });
    return () => leaving.abort();
  }, []);

  return (
    <Dialog title="Visa att det är du" onClose={() => settleProof(false)}>
      <div className="stack">
        <p>
          Det här kräver att du visar vem du är en gång till. Det gäller i tio minuter. Det du har
          skrivit är kvar.
        </p>
        {trouble && (
          <p className="field-problem" role="alert">
            {trouble}
          </p>
        )}
        {ways?.kind === "demo" && <ProveInDemo />}
        {ways?.kind === "real" && <ProveInEarnest own={ways.own} />}
      </div>
    </Dialog>
  );
}

async function findWays(signal: AbortSignal): Promise<Ways | Reply<unknown>> {
  const [session, own] = await Promise.all([
    get<SessionView>("/api/session", signal),
    get<OwnAccountView>("/api/own-account", signal),
  ]);
  if (session.kind !== "ok") return session;
  return own.kind === "ok" ? { kind: session.value.kind, own: own.value } : own;
}

function ProveInEarnest({ own }: { readonly own: OwnAccountView }) {
  const hasPasskey = own.passkeys.length > 0 && canUsePasskeys();
  return (
    <>
      {hasPasskey && (
        <PasskeyButton<undefined>
          label="Använd passnyckel"
          send={({ challenge, answer }) => sendProof({ kind: "passkey", challenge, answer })}
          onDone={() => settleProof(true)}
        />
      )}
      {hasPasskey && own.hasPassword && <p className="soft">Eller med lösenord och kod:</p>}
      {own.hasPassword && (
        <ProveByPassword
          signInName={own.signInName}
          send={(password, code) => sendProof({ kind: "password", password, code })}
          onDone={() => settleProof(true)}
        />
      )}
      {own.providers.length > 0 && (
        <ProveAtProvider providers={own.providers} onDone={() => settleProof(true)} />
      )}
      {!hasPasskey && !own.hasPassword && own.providers.length === 0 && (
        <p>
          Logga ut och in igen, så gäller det i tio minuter. Eller lägg till en passnyckel på Mitt
          konto medan inloggningen är ny.
        </p>
      )}
    </>
  );
}

/** In the demo nobody has anything to prove with. */
function ProveInDemo() {
  const [problem, setProblem] = useState<string>();
  async function prove(): Promise<void> {
    const reply = await sendProof({ kind: "demo" });
    if (reply.kind === "ok") settleProof(true);
    else setProblem(sentencesOf(reply).join(" "));
  }
  return (
    <>
      <p className="soft">
        I demon räcker det att trycka. I verkligheten behövs passnyckel eller lösenord och kod.
      </p>
      <Button autoFocus onPress={() => void prove()}>
        Det är jag
      </Button>
      {problem && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

function sendProof(proof: Proof): Promise<Reply<undefined>> {
  return proving(
    () => request<undefined>("POST", "/api/session/proof", { body: proof }),
    (reply) => reply.kind === "ok",
  );
}
