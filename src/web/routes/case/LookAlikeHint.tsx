import { useEffect, useState } from "react";
import { Link } from "react-router";
import type { CaseLookAlikes } from "#server";
import { ask } from "../../session/signed-out.ts";
import { useOpenCase } from "./case-context.ts";

/** One quiet line where another case resembles this one, once there is a background to compare. */
export function LookAlikeHint() {
  const { view } = useOpenCase();
  const { code, previousCode } = view;
  const isAsked = view.state === "open" && view.completed.background !== undefined;
  const [codes, setCodes] = useState<readonly string[]>([]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a link to an earlier case settles it
  useEffect(() => {
    if (!isAsked) return setCodes([]);
    const leaving = new AbortController();
    const path = `/api/cases/${encodeURIComponent(code)}/look-alikes`;
    void ask<CaseLookAlikes>("GET", path, { signal: leaving.signal }).then(
      (reply) => reply.kind === "ok" && setCodes(reply.value.codes),
    );
    return () => leaving.abort();
  }, [code, isAsked, previousCode]);

  return codes.map((other) => (
    <p key={other} className="soft look-alike-hint not-printed">
      <Link className="case-code" to={`/arenden/${encodeURIComponent(other)}`}>
        {other}
      </Link>{" "}
      liknar det här ärendet: är det samma person?
    </p>
  ));
}
