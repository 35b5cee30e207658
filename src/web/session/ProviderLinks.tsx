type Provider = { readonly id: string; readonly name: string };

type Props = {
  readonly providers: readonly Provider[];
  /** The page that was wanted. */
  readonly path: string;
  /** In a tab of its own: this page stays as it is. */
  readonly isBeside?: boolean;
};

/** Out to whom the municipality trusts to say who people are, and back. */
export function ProviderLinks({ providers, path, isBeside = false }: Props) {
  const wanted = isBeside ? provedPath : path;
  return (
    <ul className="provider-links">
      {providers.map(({ id, name }) => (
        <li key={id}>
          <a
            className="button-link"
            href={`/logga-in/via/${id}?till=${encodeURIComponent(wanted)}`}
            {...(isBeside ? beside : {})}
          >
            Logga in med {name}
            {isBeside && " i en ny flik"}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Where a tab of its own ends: it says that it can be closed. */
export const provedPath = "/inloggad";

export const beside = { target: "_blank", rel: "noopener" } as const;
