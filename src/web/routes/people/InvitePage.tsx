import { useState } from "react";
import { Link, useLoaderData, useNavigate } from "react-router";
import type { MadeLink, PeopleView } from "#server";
import { Page } from "../../shell/Page.tsx";
import { InviteForm } from "./InviteForm.tsx";
import { MadeLinkCard } from "./MadeLinkCard.tsx";
import "./people.css";

/** Somebody new. */
export function InvitePage() {
  const view = useLoaderData<PeopleView>();
  const navigate = useNavigate();
  const [made, setMade] = useState<MadeLink>();
  return (
    <Page title="Bjud in" help={help} placesFocus>
      <div className="stack form-page">
        <p>
          <Link to="/personer" className="way-back">
            Till alla personer
          </Link>
        </p>
        {made ? (
          <MadeLinkCard made={made} onDone={() => void navigate("/personer")} />
        ) : (
          <InviteForm view={view} onMade={setMade} />
        )}
      </div>
    </Page>
  );
}

const help = {
  sentences: [
    "Skriv namnet, välj roller och skapa länken: personen väljer själv lösenord eller passnyckel.",
    "Välj bara de roller som behövs i arbetet: de avgör vad personen får se.",
    "Allt du gör med konton står i loggen, utan namn.",
  ],
  readMore: "personer-och-enheter",
} as const;
