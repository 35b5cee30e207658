const goal = 30;

/** Thirty clients is where deeper analysis begins to carry (Östersund's own goal). */
export function TowardsThirty({ cases }: { readonly cases: number }) {
  const sentence =
    cases < goal
      ? `${cases} av ${goal} ärenden. Vid ${goal} börjar underlaget räcka för att se mönster.`
      : `${cases} ärenden. Underlaget räcker för att börja se mönster.`;
  return (
    <div className="towards">
      {cases < goal && <progress max={goal} value={cases} aria-label="På väg mot 30 ärenden" />}
      <p className="soft">{sentence}</p>
    </div>
  );
}
