/** With a provider: its id. */
export type Way = "passkey" | "password" | { readonly provider: string };

type Choice = { readonly way: Way; readonly name: string; readonly told: string };

type Props = {
  readonly mayUsePasskey: boolean;
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: Way;
  readonly onChoose: (way: Way) => void;
};

const passkey: Choice = {
  way: "passkey",
  name: "Passnyckel (säkrast och enklast)",
  told: "Du loggar in med finger, ansikte, pinkod eller säkerhetsnyckel. Det finns inget lösenord att lura av dig.",
};

const password: Choice = {
  way: "password",
  name: "Lösenord och kod",
  told: "Du behöver en app för koder i telefonen. Varje gång skriver du lösenordet och sex siffror ur appen.",
};

/** Shown where there is something to choose among. */
export function ChooseWay({ mayUsePasskey, providers, chosen, onChoose }: Props) {
  const choices: readonly Choice[] = [
    ...providers.map(({ id, name }) => ({
      way: { provider: id },
      name,
      told: "Du legitimerar dig där, som i andra program på jobbet.",
    })),
    ...(mayUsePasskey ? [passkey] : []),
    password,
  ];
  if (choices.length === 1) return null;
  return (
    <fieldset className="choose-way">
      <legend>Hur vill du logga in?</legend>
      {choices.map(({ way, name, told }) => (
        <label key={idOf(way)}>
          <input
            type="radio"
            name="way"
            checked={idOf(chosen) === idOf(way)}
            onChange={() => onChoose(way)}
            aria-describedby={`${idOf(way)}-told`}
          />
          <span>
            <strong>{name}</strong>
            <span id={`${idOf(way)}-told`} className="soft">
              {told}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function idOf(way: Way): string {
  return typeof way === "string" ? way : `provider-${way.provider}`;
}
