type Props = {
  readonly places: number;
  /** What stands after the last box, such as the dash between parts of a date. */
  readonly after?: string;
};

/** Empty boxes, one a character. On the screen they are decoration: nothing is filled in there. */
export function Boxes({ places, after }: Props) {
  return (
    <span className="boxes" aria-hidden="true">
      {Array.from({ length: places }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: boxes are as many as they are, and alike
        <span key={place} className="box" />
      ))}
      {after}
    </span>
  );
}

/** Year, month, day. */
export function DateBoxes() {
  return (
    <>
      <Boxes places={4} after="-" />
      <Boxes places={2} after="-" />
      <Boxes places={2} />
      <span className="aloud">år, månad, dag</span>
    </>
  );
}
