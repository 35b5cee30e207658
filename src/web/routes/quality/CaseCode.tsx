import { Link } from "react-router";

type Props = {
  readonly code: string;
  readonly opens: boolean;
  /** At what is to be decided about the case, rather than at its questions. */
  readonly isAbout?: boolean;
};

/** A manager can open the case; to a coordinator the code is a word to pass on. */
export function CaseCode({ code, opens, isAbout = false }: Props) {
  if (!opens) return <span className="case-code">{code}</span>;
  return (
    <Link
      className="case-code"
      to={`/arenden/${encodeURIComponent(code)}${isAbout ? "?flik=om" : ""}`}
    >
      {code}
    </Link>
  );
}
