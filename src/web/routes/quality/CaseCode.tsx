import { Link } from "react-router";

/** A manager can open the case; to a coordinator the code is a word to pass on. */
export function CaseCode({ code, opens }: { readonly code: string; readonly opens: boolean }) {
  if (!opens) return <span className="case-code">{code}</span>;
  return (
    <Link className="case-code" to={`/arenden/${encodeURIComponent(code)}`}>
      {code}
    </Link>
  );
}
