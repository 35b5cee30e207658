import { wholeNumber } from "#kernel";
import { Button } from "./Button.tsx";

type Props = {
  readonly from: number;
  readonly size: number;
  readonly total: number;
  /** There are more than `total`, which nobody has counted. */
  readonly isMore?: boolean;
  readonly onGo: (from: number) => void;
};

/** Earlier and later pages of a long list; nothing for a short one. */
export function Pages({ from, size, total, isMore = false, onGo }: Props) {
  if (total <= size && !isMore) return null;
  const last = Math.min(from + size, total);
  return (
    <nav aria-label="Fler sidor i listan" className="row pages">
      <Button
        kind="secondary"
        isDisabled={from === 0}
        onPress={() => onGo(Math.max(0, from - size))}
      >
        Föregående
      </Button>
      <span className="figures-aligned">
        {from + 1}–{last} av {isMore && "mer än "}
        {wholeNumber(total)}
      </span>
      <Button
        kind="secondary"
        isDisabled={last >= total && !isMore}
        onPress={() => onGo(from + size)}
      >
        Nästa
      </Button>
    </nav>
  );
}
