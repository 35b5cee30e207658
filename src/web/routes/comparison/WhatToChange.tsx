import { Link } from "react-router";
import { hasRole } from "../../session/roles.ts";
import { useSession } from "../../session/session.ts";

/** For those who may write it down: from result to action. @param about the key figure that is shown. */
export function WhatToChange({ about }: { readonly about: string | null }) {
  const session = useSession();
  if (!hasRole(session, "coordinator", "unitManager", "analyst")) return null;
  const path = about === null ? "/atgarder" : `/atgarder?om=${encodeURIComponent(about)}`;
  return (
    <p className="not-printed">
      <Link to={path}>Vad ändrar ni?</Link> Skriv upp det medan ni läser, så frågar sidan vad det
      blev av det när nästa omgång är klar.
    </p>
  );
}
