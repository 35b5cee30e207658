import { useEffect } from "react";
import { useLoaderData, useNavigate, useRevalidator } from "react-router";
import type { Codebook } from "#codebook";
import { capitalised, halfYearInWords } from "#kernel";
import type { LocalReleaseList, LocalReleaseView } from "#server";
import { findCodebook } from "../../api/codebooks.ts";
import { get } from "../../api/request.ts";
import { FigureContents } from "../../figures/FigureContents.tsx";
import { WithTableFiles } from "../../figures/TableFiles.tsx";
import { loaded } from "../../routing/loaded.ts";
import { useSession } from "../../session/session.ts";
import { Page } from "../../shell/Page.tsx";
import { Button } from "../../ui/Button.tsx";
import { Select } from "../../ui/Select.tsx";
import { genitive } from "../../words/counting.ts";
import { chapterAnchor, NationChapters } from "../nation/NationChapters.tsx";
import { Freezing } from "./Freezing.tsx";
import { MunicipalityLead } from "./MunicipalityLead.tsx";
import { NothingFrozen } from "./NothingFrozen.tsx";
import { WhyNotAll } from "./WhyNotAll.tsx";
import "../../figures/figure.css";
import "../../figures/figures.css";
import "../nation/nation.css";
import "../nation/nation-print.css";
import "./municipality.css";

type Read = { readonly release: LocalReleaseView; readonly codebook: Codebook };
type Loaded = { readonly list: LocalReleaseList; readonly read: Read | null };

/** `?halvar=` names the half-year, the latest without it; `?grupp=` the group, all cases without it. */
export async function loadMunicipality({
  request,
}: {
  readonly request: Request;
}): Promise<Loaded> {
  const wished = new URL(request.url).searchParams;
  const list = loaded(await get<LocalReleaseList>("/api/local-releases", request.signal), request);
  const halfYear = wished.get("halvar") ?? list.releases[0]?.halfYear;
  if (!halfYear) return { list, read: null };
  const group = wished.get("grupp") ?? "";
  const path = releasePath(halfYear, group);
  const release = loaded(await get<LocalReleaseView>(path, request.signal), request);
  const codebook = loaded(await findCodebook(release.codebook), request);
  return { list, read: { release, codebook } };
}

function releasePath(halfYear: string, group: string): string {
  return `/api/local-releases/${encodeURIComponent(halfYear)}?group=${encodeURIComponent(group)}`;
}

/** Seconds between looks while something is being frozen. */
const lookAgain = 5;

/** «Kommunens siffror»: what everybody in the municipality may read, print and pass on. */
export function MunicipalityPage() {
  const { list, read } = useLoaderData<Loaded>();
  const { revalidate } = useRevalidator();
  const isFreezing = list.freezing !== null;
  useEffect(() => {
    if (!isFreezing) return;
    const timer = setInterval(() => void revalidate(), lookAgain * 1000);
    return () => clearInterval(timer);
  }, [isFreezing, revalidate]);
  if (read === null) {
    return (
      <Page title="Kommunens siffror" help={help}>
        <NothingFrozen list={list} />
      </Page>
    );
  }
  return <Frozen list={list} {...read} />;
}

function Frozen({ list, release, codebook }: Read & { readonly list: LocalReleaseList }) {
  const navigate = useNavigate();
  const { municipality } = useSession();
  const { halfYear, group, groups } = release;
  const chapters = release.chapters.filter(({ figures }) => figures.length > 0);
  const title = `Kommunens siffror, ${halfYearInWords(halfYear)}`;
  const onPaper = `${genitive(municipality.name)} siffror, ${halfYearInWords(halfYear)}${group ? `, ${group.noun.sv}` : ""}`;
  useEffect(() => {
    document.documentElement.style.setProperty("--sheet-heading", JSON.stringify(onPaper));
    return () => void document.documentElement.style.removeProperty("--sheet-heading");
  }, [onPaper]);
  const goTo = (wished: { readonly halfYear: string; readonly group: string }) => {
    const search = new URLSearchParams({ halvar: wished.halfYear, grupp: wished.group });
    void navigate(`/kommunen?${search}`);
  };
  return (
    <Page title={title} lead={<MunicipalityLead release={release} />} help={help}>
      <div className="nation">
        <div className="nation-contents not-printed">
          <FigureContents
            entries={chapters.map(({ id, label }) => ({
              anchor: chapterAnchor(id),
              name: label.sv,
            }))}
          />
          <Button kind="secondary" onPress={() => window.print()}>
            Skriv ut
          </Button>
        </div>
        <div className="nation-body">
          <div className="municipality-choices not-printed">
            <Select
              label="Halvår"
              options={list.releases.map((each) => ({
                value: each.halfYear,
                label: capitalised(halfYearInWords(each.halfYear)),
              }))}
              value={halfYear}
              onChange={(wished) => goTo({ halfYear: wished, group: group?.id ?? "" })}
            />
            {groups.length > 0 && (
              <Select
                label="Vilka ärenden"
                options={[
                  { value: "", label: "Alla ärenden" },
                  ...groups.map(({ id, label }) => ({ value: id, label: label.sv })),
                ]}
                value={group?.id ?? ""}
                onChange={(wished) => goTo({ halfYear, group: wished })}
              />
            )}
          </div>
          <WithTableFiles at={releasePath(halfYear, group?.id ?? "")}>
            <NationChapters
              chapters={chapters}
              codebook={codebook}
              unit={undefined}
              whole={municipality.name}
              group={group ?? undefined}
            />
          </WithTableFiles>
          <WhyNotAll release={release} />
          <Freezing list={list} />
        </div>
      </div>
    </Page>
  );
}

const help = {
  sentences: [
    "Siffrorna är kommunens egna för ett halvår, skyddade och frysta, så de får visas, skrivas ut och spridas i kommunen.",
    "Två punkter betyder att uppgiften inte visas, eftersom någon skulle kunna kännas igen.",
    "Ett fryst halvår ändras inte: rättelser räknas med från nästa halvår.",
  ],
  readMore: "kommunens-siffror",
} as const;
