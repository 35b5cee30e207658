import { type SubmitEvent, useState } from "react";
import { swedishMunicipalities } from "#kernel";
import type { MadeLink } from "#server";
import { canUsePasskeys } from "../../session/passkey/ask-authenticator.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { FieldProblem } from "../../ui/FieldProblem.tsx";
import { proposeSignInName } from "../people/propose-sign-in-name.ts";
import { findMunicipality } from "../units/find-municipality.ts";
import { goToOwnLink } from "./go-to-own-link.ts";
import { useBeginning } from "./use-beginning.ts";

/** The municipality and its administrator: four fields, of which two are filled in from the others. */
export function BeginForm({ secret }: { readonly secret: string }) {
  const [municipality, setMunicipality] = useState("");
  const [code, setCode] = useState<string>();
  const [name, setName] = useState("");
  const [signInName, setSignInName] = useState<string>();
  const { send, isBusy, problemAt, problems } = useBeginning(secret);
  const found = findMunicipality(municipality);
  const usedCode = code ?? found?.code ?? "";
  const usedSignInName = signInName ?? proposeSignInName(name, []);

  async function begin(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const made = await send<MadeLink>({
      act: "begin",
      municipality: { code: usedCode, name: found?.name ?? municipality },
      administrator: { name, signInName: usedSignInName },
    });
    if (made) goToOwnLink(made);
  }

  return (
    <form className="card stack" onSubmit={(event) => void begin(event)} noValidate>
      <h2>Kommunen och du</h2>
      <p>
        Du blir administratör: du lägger till enheter och personer. Administratören ser inga
        ärenden.
      </p>
      <Field
        label="Kommun"
        value={municipality}
        onChange={setMunicipality}
        list={swedishMunicipalities().map((each) => each.name)}
        maxLength={100}
        autoFocus
        problem={problemAt("municipality.name")}
      />
      <Field
        label="Kommunkod"
        hint="Fyra siffror. Fylls i av sig själv när kommunen känns igen, och går inte att ändra sedan."
        value={usedCode}
        onChange={setCode}
        inputMode="numeric"
        maxLength={4}
        problem={problemAt("municipality.code")}
      />
      <Field
        label="Ditt namn"
        value={name}
        onChange={setName}
        autoComplete="name"
        maxLength={100}
        problem={problemAt("administrator.name")}
      />
      <Field
        label="Inloggningsnamn"
        hint="Det du skriver när du loggar in."
        value={usedSignInName}
        onChange={setSignInName}
        maxLength={100}
        problem={problemAt("administrator.signInName")}
      />
      <div role="alert">
        <FieldProblem id="borja-problem" sentence={problems.join(" ") || undefined} />
      </div>
      <Button type="submit" isDisabled={isBusy}>
        Fortsätt
      </Button>
      <p className="soft">
        {canUsePasskeys()
          ? "Därefter väljer du hur du loggar in: passnyckel, eller lösenord med engångskod."
          : "Därefter väljer du ett lösenord. Ha en app för koder i telefonen till hands."}
      </p>
    </form>
  );
}
