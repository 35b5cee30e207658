import { Link } from "react-router";
import type { FirstRunView } from "#server";
import { type GuideStep, guideSteps, isDone } from "./guide-steps.ts";

type Props = {
  /** Left out: the first step, before anybody is here. */
  readonly step?: GuideStep;
  readonly view?: FirstRunView;
};

/** The five steps, and which of them are done. Those that can be are ways to them. */
export function Progress({ step, view }: Props) {
  return (
    <nav aria-label="Stegen">
      <ol className="first-run-steps">
        <li aria-current={step ? undefined : "step"}>
          <span>1. Kommunen och du{step && <Done />}</span>
        </li>
        {guideSteps.map(({ id, name }, index) => (
          <li key={id} aria-current={id === step ? "step" : undefined}>
            {view ? (
              <Link to={`/kom-igang/${id}`}>
                {index + 2}. {name}
              </Link>
            ) : (
              <span>
                {index + 2}. {name}
              </span>
            )}
            {view && isDone(id, view) && <Done />}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Done() {
  return <span className="soft"> klart</span>;
}
