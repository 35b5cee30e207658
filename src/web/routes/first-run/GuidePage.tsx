import { Link, useLoaderData, useNavigate, useRevalidator } from "react-router";
import { Page } from "../../shell/Page.tsx";
import { CodebookStep } from "./CodebookStep.tsx";
import { guideSteps, stepAfter } from "./guide-steps.ts";
import { LastStep } from "./LastStep.tsx";
import type { LoadedGuide } from "./load-first-run.ts";
import { PeopleStep } from "./PeopleStep.tsx";
import { Progress } from "./Progress.tsx";
import { UnitsStep } from "./UnitsStep.tsx";
import "./first-run.css";

/** What is left of the first run, step by step. Each can be left, and taken up again. */
export function GuidePage() {
  const { step, view, people } = useLoaderData<LoadedGuide>();
  const navigate = useNavigate();
  const revalidator = useRevalidator();
  const changed = () => void revalidator.revalidate();
  const goOn = () => void navigate(`/kom-igang/${stepAfter(step)}`);
  const number = guideSteps.findIndex(({ id }) => id === step) + 2;
  return (
    <Page
      key={step}
      title={`Kom igång: ${guideSteps[number - 2]?.name.toLowerCase()}`}
      help={help}
      lead={
        <p>
          Steg {number} av 5, i {view.municipality.name}.
        </p>
      }
    >
      <div className="stack first-run-guide">
        <Progress step={step} view={view} />
        {step === "enheter" && <UnitsStep view={view} onChanged={changed} onGoOn={goOn} />}
        {step === "kodbok" && <CodebookStep view={view} onGoOn={goOn} />}
        {step === "personer" && (
          <PeopleStep view={view} people={people} onChanged={changed} onGoOn={goOn} />
        )}
        {step === "klart" && <LastStep view={view} />}
        {view.isUnderWay && (
          <p>
            <Link to="/" className="lone-link">
              Gör resten senare
            </Link>
          </p>
        )}
      </div>
    </Page>
  );
}

const help = {
  sentences: [
    "Ni behöver en enhet, en som registrerar och en blick på frågorna. Det tar några minuter.",
    "Ni kan lämna sidan när som helst: på startsidan finns en rad som leder tillbaka hit.",
    "Allt går att ändra sedan under Enheter och Personer.",
  ],
  readMore: "kom-igang",
} as const;
