import { Link } from "react-router";

type Props = {
  readonly code: string;
  readonly opens: boolean;
  /** Where in the case, as its address names it: `?flik=om`. */
  readonly search?: string;
};

/** A manager can open the case; to a coordinator the code is a word to pass on. */
export function CaseCode({ code, opens, search = "" }: Props) {
  if (!opens) return <span className="case-code">{code}</span>;
  return (
    <Link className="case-code" to={`/arenden/${encodeURIComponent(code)}${search}`}>
      {code}
    </Link>
  );
}
