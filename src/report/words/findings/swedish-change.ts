import { leastForShares } from "../../small-numbers.ts";
import { afterLabel, capitalised } from "../after-label.ts";
import { figures, number } from "../swedish-grammar.ts";
import { howMany, joined, part, quoted, shareBriefly } from "./swedish-counted.ts";
import type { ChangeWords, ToldChange } from "./told-change.ts";
import type { Proportion } from "./told-findings.ts";

const cases = { noun: "case", population: "started", kind: "all" } as const;

export const swedishChange: ChangeWords = {
  change: (title, told, isRepeated) => {
    const rows = isRepeated ? ", men alla bedömningar efter är likadana som de före" : "";
    return `${afterLabel(title, `${change(told)}${rows}`)}.`;
  },
  cannotShow: (title, both) => {
    if (both === 0) {
      return `${afterLabel(title, "förändring kan inte visas, eftersom inget ärende är mätt både före och efter")}.`;
    }
    const measured =
      both === 1
        ? "det enda ärende som är mätt"
        : `${both === 2 ? "båda de" : `alla ${number(both)}`} ärenden som är mätta`;
    return `${afterLabel(title, `förändring kan inte visas. I ${measured} både före och efter användes olika metoder`)}.`;
  },
  goalMissing: "Måluppfyllelse saknas: läs inte förändringen utan den.",
  clientMissing: "Klienternas egen bild saknas: läs inte förändringen utan den.",
  methods: (named) => {
    const [only] = named;
    if (named.length === 1 && only) {
      return `Metod: ${only.label}. Nivåer jämförs bara inom en och samma metod.`;
    }
    const list = named.map(
      ({ label, pairs }) => `${label} i ${count(pairs)} ${pairs === 1 ? "ärende" : "ärenden"}`,
    );
    return `Metoder: ${joined(list, "och")}. Nivåer jämförs bara inom en och samma metod.`;
  },
  improved: "med bättre nivå",
  net: ({ improved, worse, compared }, [lower, upper]) => {
    const isMore = improved > worse;
    if (lower <= 0 && upper >= 0) {
      return "Det går inte att utesluta att lika många får sämre nivå som bättre.";
    }
    const [more, fewer] = isMore ? ["bättre", "sämre"] : ["sämre", "bättre"];
    const [most, least] = isMore ? [improved, worse] : [worse, improved];
    return `Även räknat med slumpen fick fler ${more} nivå än ${fewer}: ${figures.format(most)} mot ${figures.format(least)} av ${figures.format(compared)}.`;
  },
  repeated: (told) => {
    const same = "bedömningen efter likadan som den före, utom datumet";
    if (told.count === told.total) {
      const all = told.total === 1 ? "det enda ärendet" : `alla ${number(told.total)} ärenden`;
      return `I ${all} är ${same}. Har den bara förts vidare säger den inget om förändring.`;
    }
    return `I ${part(told, cases)} ärenden är ${same}: den kan ha förts vidare utan att göras om.`;
  },
  atBest: (told, level) => {
    const where = told.total === 1 ? "det enda ärendet" : `${part(told, cases)} ärenden`;
    return `I ${where} var nivån ${quoted(level)} redan före och kan inte bli bättre.`;
  },
  completersDiffer: (levels, own, others) =>
    `De som kan jämföras skiljer sig från de andra redan före: ${shareBriefly(own, cases)} hade då nivån ${levels.map(quoted).join(" eller ")}, mot ${shareBriefly(others, cases)} bland de andra. Förändringen säger inget om ${others.total === 1 ? "det andra ärendet" : `de ${number(others.total)} andra`}.`,
  noCause: "Siffrorna visar förändring, inte vad den beror på.",
  bases: (compared, goal, client) => {
    const parts = [
      `${number(compared)} som kan jämföras`,
      ...(goal === null ? [] : [`${number(goal)} med svar om målet`]),
      ...(client === null ? [] : [`${number(client)} klienter vars svar är med`]),
    ];
    return `${parts.length === 3 ? "De tre" : "De två"} bygger inte på samma ärenden: ${joined(parts, "och")}.`;
  },
  chain: ({ cases: all, before, both, compared }, hasMethods) => {
    if (all === 0) return "Inga ärenden finns att jämföra än.";
    if (all === 1) return onlyCase(before, both, compared, hasMethods);
    const first =
      both === all
        ? `Alla ${number(all)} ärenden är mätta både före och efter.`
        : `Av ${number(all)} ärenden är ${measured(before, all)} före och ${measured(both, all)} både före och efter.`;
    if (hasMethods && both === all && compared === both) {
      return `Alla ${number(all)} ärenden är mätta både före och efter, med samma metod båda gångerna.`;
    }
    if (!hasMethods || both === 0) return first;
    const twice =
      compared === both
        ? both === 1
          ? "Det är mätt med samma metod båda gångerna."
          : "Alla dessa är mätta med samma metod båda gångerna."
        : `${capitalised(count(compared))} av dem är mätt${compared > 1 ? "a" : ""} med samma metod båda gångerna.`;
    return `${first} ${twice}`;
  },
  askRepeated: (repeated) =>
    repeated === 1
      ? "Gjordes en ny bedömning i ärendet där den är likadan som den före, eller fördes den gamla vidare?"
      : `Gjordes en ny bedömning i de ${number(repeated)} ärenden där den är likadan som den före, eller fördes den gamla vidare?`,
  askNotCompared: (others) =>
    others === 1
      ? "Vad har hänt i det ärende som inte kan jämföras?"
      : `Vad har hänt i de ${number(others)} ärenden som inte kan jämföras?`,
  askGoal: "Vad skulle ni behöva för att målen ska följas upp vid avslut?",
  askClient: "Hur kan klienternas egen bild komma med?",
  askMethod: "Hur kan ni mäta med samma metod både före och efter?",
  askBothTimes: "Hur kan fler ärenden mätas både före och efter?",
  askChange: "Vad har förändrats i de här ärendena som mätningen inte fångar?",
};

function change({ improved, same, worse, compared, betterEnd }: ToldChange): string {
  const better = betterEnd === null ? "bättre nivå" : `bättre nivå (närmare ${quoted(betterEnd)})`;
  const lower = betterEnd === null ? "sämre nivå" : `sämre nivå (längre från ${quoted(betterEnd)})`;
  const base = `${howMany(compared, cases)} som kan jämföras`;
  const all =
    compared === 1
      ? "det enda ärende som kan jämföras"
      : compared === 2
        ? "båda de ärenden som kan jämföras"
        : `alla ${base}`;
  if (improved === compared) return `${better} efter än före i ${all}`;
  if (same === compared) return `samma nivå efter som före i ${all}`;
  if (worse === compared) return `${lower} efter än före i ${all}`;
  const parts = [
    `${better} efter än före i ${of({ count: improved, total: compared }, base)}`,
    `samma nivå i ${of({ count: same, total: compared }, null)}`,
    `sämre nivå i ${of({ count: worse, total: compared }, null)}`,
  ];
  return joined(parts, "och");
}

function of(told: Proportion, base: string | null): string {
  const { count, total } = told;
  if (total < leastForShares || count === 0) {
    const some = count === 0 ? "inget" : count === 1 ? "ett" : number(count);
    return base === null ? some : `${some} av ${base}`;
  }
  const rounded = shareBriefly(told, cases);
  return base === null ? rounded : rounded.replace(/\)$/, `${base.replace(/^\S+/, "")})`);
}

function count(value: number): string {
  return value === 0 ? "inget" : value === 1 ? "ett" : number(value);
}

/** «alla mätta», «tolv mätta», «ett mätt», «inget mätt» */
function measured(some: number, all: number): string {
  if (some === all) return "alla mätta";
  return `${count(some)} mätt${some > 1 ? "a" : ""}`;
}

function onlyCase(before: number, both: number, compared: number, hasMethods: boolean): string {
  if (before === 0) return "Det enda ärendet är inte mätt före.";
  if (both === 0) return "Det enda ärendet är mätt före men inte efter.";
  const method = compared === 1 ? "samma metod" : "olika metoder";
  return `Det enda ärendet är mätt både före och efter${hasMethods ? `, med ${method}` : ""}.`;
}
