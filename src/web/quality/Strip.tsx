import "./quality.css";

type Props = { readonly answered: number; readonly missingCode: number; readonly empty: number };

/** How a question is answered, as one bar. Dark, striped and hollow: told apart without colours too. */
export function Strip({ answered, missingCode, empty }: Props) {
  const all = answered + missingCode + empty;
  if (all === 0) return null;
  const share = (count: number) => (100 * count) / all;
  return (
    <svg
      className="strip"
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="strip-empty" x="0" y="0" width="100" height="10" />
      <rect
        className="strip-missing"
        x={share(answered)}
        y="0"
        width={share(missingCode)}
        height="10"
      />
      <rect className="strip-answered" x="0" y="0" width={share(answered)} height="10" />
    </svg>
  );
}

/** What the three kinds of a strip mean; its samples are the strip's own. */
export function StripKey() {
  return (
    <ul className="strip-key">
      <li>
        <Strip answered={1} missingCode={0} empty={0} /> Besvarad
      </li>
      <li>
        <Strip answered={0} missingCode={1} empty={0} /> «Vet ej» eller «Uppgift saknas»
      </li>
      <li>
        <Strip answered={0} missingCode={0} empty={1} /> Tom
      </li>
    </ul>
  );
}
