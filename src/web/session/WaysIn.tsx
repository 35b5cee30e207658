import type { SignInOptions } from "#server";
import { PasswordForm } from "./PasswordForm.tsx";
import { ProviderLinks } from "./ProviderLinks.tsx";
import { canUsePasskeys } from "./passkey/ask-authenticator.ts";
import { PasskeyButton, sendToComeIn } from "./passkey/PasskeyButton.tsx";
import "./session.css";

type Props = {
  readonly municipality: string;
  readonly providers: SignInOptions["providers"];
  /** The page that was wanted, for whoever goes out to a provider and comes back. */
  readonly path: string;
  /** The page has something that must not be left: the provider's opens beside it. */
  readonly isKept?: boolean;
  readonly onSignedIn: (account: string) => void;
};

/** All that one can come in by here, the easiest first. */
export function WaysIn({ municipality, providers, path, isKept = false, onSignedIn }: Props) {
  const own = providers.filter((each) => each.municipality === municipality);
  const hasPasskeys = canUsePasskeys();
  const isAlone = own.length === 0 && !hasPasskeys;
  return (
    <div className="stack">
      {own.length > 0 && <ProviderLinks providers={own} path={path} isBeside={isKept} />}
      {hasPasskeys && (
        <PasskeyButton
          label="Logga in med passnyckel"
          send={sendToComeIn}
          onDone={({ account }) => onSignedIn(account)}
        />
      )}
      {!isAlone && <p className="or">eller med lösenord och kod</p>}
      <PasswordForm municipality={municipality} onSignedIn={onSignedIn} />
    </div>
  );
}
