import { type ParticipantState, stateWords } from "./round-words.ts";

const reached: Readonly<Partial<Record<ParticipantState, number>>> = {
  named: 0,
  registered: 1,
  checked: 2,
  delivered: 3,
  accepted: 4,
};

const strokes = [1, 2, 3, 4];

/** Four small strokes, as many filled as steps are taken; the words beside say the same. */
export function StateMark({ state }: { readonly state: ParticipantState }) {
  const far = reached[state];
  if (far === undefined) return null;
  return (
    <span className="state-mark" aria-hidden="true" title={stateWords[state]}>
      {strokes.map((stroke) => (
        <i key={stroke} className={stroke <= far ? "filled" : undefined} />
      ))}
    </span>
  );
}
