import { useEffect, useState } from "react";
import type { SessionView, SignInOptions } from "#server";
import { get } from "../api/request.ts";

/** Whom one may come in by, and who has done so in another tab: asked for when nobody is signed in here. */
export function useProviders(municipality: string) {
  const [providers, setProviders] = useState<SignInOptions["providers"]>([]);

  useEffect(() => {
    const leaving = new AbortController();
    void get<SignInOptions>("/api/sign-in", leaving.signal).then((reply) => {
      if (reply.kind !== "ok" || leaving.signal.aborted) return;
      setProviders(reply.value.providers.filter((each) => each.municipality === municipality));
    });
    return () => leaving.abort();
  }, [municipality]);

  async function whoIsIn(): Promise<string | undefined> {
    const reply = await get<SessionView>("/api/session");
    return reply.kind === "ok" ? reply.value.account : undefined;
  }
  return { providers, whoIsIn };
}
