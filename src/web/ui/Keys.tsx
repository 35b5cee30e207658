import { Fragment } from "react";

type Props = { readonly keys: readonly (readonly [key: string, does: string])[] };

/** A list of keys and what each does. */
export function Keys({ keys }: Props) {
  return (
    <dl className="keys">
      {keys.map(([key, does]) => (
        <Fragment key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{does}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
