import { Link, useLoaderData } from "react-router";
import { capitalised, wholeNumber } from "#kernel";
import type { DisposalProtocolView } from "#server";
import { get } from "../../api/request.ts";
import { loaded } from "../../routing/loaded.ts";
import { Page } from "../../shell/Page.tsx";
import { Button } from "../../ui/Button.tsx";
import { dayInWords, exactMoment } from "../../words/calendar.ts";
import { casesInWords, yearsInWords } from "./disposal-words.ts";
import "./disposal.css";

type Arguments = { readonly request: Request; readonly params: { readonly number?: string } };

export async function loadProtocol({ request, params }: Arguments): Promise<DisposalProtocolView> {
  const path = `/api/disposal/protocols/${encodeURIComponent(params.number ?? "")}`;
  return loaded(await get<DisposalProtocolView>(path, request.signal), request);
}

/** What was taken away, by whom and on whose decision: counts, and no case. */
export function ProtocolPage() {
  const protocol = useLoaderData<DisposalProtocolView>();
  const { number, municipality, total, cases } = protocol;
  return (
    <Page title={`Gallringsprotokoll ${number}`} help={help} lead={<p>{municipality}</p>}>
      <div className="disposal protocol">
        <p className="row not-printed">
          <Button onPress={() => window.print()}>Skriv ut</Button>
          <Link to="/gallring">Till Gallring</Link>
        </p>
        <dl className="facts protocol-facts">
          {factsOf(protocol).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{capitalised(value)}</dd>
            </div>
          ))}
        </dl>
        <h2>Gallrade ärenden</h2>
        <table className="protocol-counts">
          <caption className="aloud">Gallrade ärenden efter enhet och det år de avslutades</caption>
          <thead>
            <tr>
              <th scope="col">Enhet</th>
              <th scope="col">Avslutades</th>
              <th scope="col">Ärenden</th>
            </tr>
          </thead>
          <tbody>
            {cases.map(({ unit, year, cases: count }) => (
              <tr key={`${unit} ${year}`}>
                <td>{unit}</td>
                <td>{year}</td>
                <td>{wholeNumber(count)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                Tillsammans
              </th>
              <td>{wholeNumber(total)}</td>
            </tr>
          </tfoot>
        </table>
        <p>
          Protokollet har exakta antal, och inga koder. Innan någon utanför verksamheten får det ska
          det sekretessprövas.
        </p>
        <p className="soft">Det här är ett stöd, inte juridisk rådgivning.</p>
      </div>
    </Page>
  );
}

function factsOf(protocol: DisposalProtocolView): readonly (readonly [string, string])[] {
  const { rule, kept } = protocol;
  const left = [
    ...(kept.held > 0 ? [`${casesInWords(kept.held)} bevaras efter beslut`] : []),
    ...(kept.inRound > 0 ? [`${casesInWords(kept.inRound)} väntar på en leverans`] : []),
    ...(kept.notReviewed
      ? [`${casesInWords(kept.notReviewed)} väntar på att loggen granskas`]
      : []),
  ];
  return [
    ["Regel", `${yearsInWords(rule.years)} efter att ärendet avslutades`],
    ["Beslut", `${rule.decidedBy}, ${dayInWords(rule.decidedOn)}, ${rule.reference}`],
    ["Föreslogs", `${exactMoment(protocol.proposedAt)} av ${protocol.proposedBy}`],
    [
      "Verkställdes",
      `${exactMoment(protocol.executedAt)} av ${protocol.executedBy}${protocol.isAlone ? ". Samma person föreslog, eftersom ingen annan har rollen för alla enheter" : ""}`,
    ],
    [
      "Togs bort",
      `${casesInWords(protocol.total)}, ${wholeNumber(protocol.steps)} steg i deras historik, ${wholeNumber(protocol.surveys)} enkätsvar`,
    ],
    [
      "Kopior av leveranser",
      protocol.deliveriesEmptied === 0
        ? "Ingen leverans hade rader om ärendena"
        : `${wholeNumber(protocol.deliveriesEmptied)} tömdes på sina rader`,
    ],
    ["Hölls kvar", left.length > 0 ? left.join(", ") : "Inget"],
    [
      "Säkerhetskopior",
      protocol.keysErasedAt
        ? `Nycklarna till ärendena raderades ${exactMoment(protocol.keysErasedAt)}: ingen kopia kan läsas för dem`
        : "Nycklarna till ärendena är inte raderade överallt än. Det prövas igen när programmet startar. Se «Säkerhetskopia» i handboken",
    ],
    ["Listans kontrollsumma", protocol.listSha256],
  ];
}

const help = {
  sentences: [
    "Protokollet visar vad som gallrades, när, av vem och efter vilket beslut.",
    "Det går inte att ändra, och det nämner inget ärende.",
    "Skriv ut det och lägg det i diariet.",
  ],
  readMore: "gallring",
} as const;
