import { useEffect } from "react";
import { Link } from "react-router";
import type { Codebook } from "#codebook";
import { capitalised } from "#kernel";
import type { LocalResultsView } from "#server";
import { WithTableFiles } from "../../figures/TableFiles.tsx";
import { unitsReachedWith } from "../../session/roles.ts";
import { useSession } from "../../session/session.ts";
import { Button } from "../../ui/Button.tsx";
import { genitive } from "../../words/counting.ts";
import { localPath } from "./load-results.ts";
import { ResultsBody } from "./ResultsBody.tsx";
import { ResultsChoices } from "./ResultsChoices.tsx";

type Props = { readonly view: LocalResultsView; readonly codebook: Codebook };

/** The municipality's own half-year, frozen and protected: read, printed and passed on by all in it. */
export function LocalResults({ view, codebook }: Props) {
  const units = unitsReachedWith(useSession(), "caseWorker", "unitManager");
  const { municipality, periods, groups, chosen, results } = view;
  const period = periods.find(({ id }) => id === chosen.period)?.label;
  const group = groups.find(({ id }) => id === chosen.group)?.label.sv;
  const onPaper = [`${genitive(municipality.name)} resultat`, period, group]
    .filter(Boolean)
    .join(", ");
  useEffect(() => {
    document.documentElement.style.setProperty("--sheet-heading", JSON.stringify(onPaper));
    return () => void document.documentElement.style.removeProperty("--sheet-heading");
  }, [onPaper]);
  return (
    <>
      <ResultsChoices
        units={units}
        unit={null}
        periods={periods.map(({ id, label }) => ({ id, label: capitalised(label) }))}
        allPeriods={null}
        groups={groups}
        chosen={chosen}
      />
      <p className="soft results-difference">
        Halvårssiffror för hela kommunen, skyddade så att ingen kan kännas igen.{" "}
        <span className="not-printed">
          {units.length === 0 ? (
            "De som arbetar med enhetens ärenden ser enhetens egna siffror."
          ) : (
            <Link to="/resultat">Enhetens egna siffror</Link>
          )}
        </span>
      </p>
      <WithTableFiles at={localPath(chosen.period ?? "", { group: chosen.group })}>
        <ResultsBody results={results} codebook={codebook}>
          <Button kind="secondary" onPress={() => window.print()}>
            Skriv ut
          </Button>
        </ResultsBody>
      </WithTableFiles>
    </>
  );
}
