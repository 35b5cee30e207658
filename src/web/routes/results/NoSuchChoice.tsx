import { Link } from "react-router";
import { resultsAddress } from "./results-address.ts";

type Props = { readonly unit: string | null; readonly sentences: readonly string[] };

/** An old address, or one of another codebook: what it asks for is not there, but the rest is. */
export function NoSuchChoice({ unit, sentences }: Props) {
  return (
    <div className="stack">
      <p>Det som adressen frågar efter finns inte, eller finns inte längre.</p>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Link to={resultsAddress({ unit, time: null, group: null })}>Visa alla ärenden</Link>
    </div>
  );
}
