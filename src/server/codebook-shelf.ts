import { type Codebook, localNamespace } from "#codebook";
import type { MunicipalityCode } from "#kernel";

/** The codebooks that the running program knows; a municipality's published version is put on it at once. */
export type CodebookShelf = {
  /** By id, whoever's it is: cases name theirs, and rounds theirs. */
  readonly get: (id: string) => Codebook | undefined;
  /** The one that a municipality's new cases are registered under: its own latest, else the newest common. */
  readonly of: (municipality: MunicipalityCode) => Codebook;
  /** What a municipality's own additions are written upon. */
  readonly common: () => Codebook;
  /** The common ones and the municipality's own, never another's. */
  readonly list: (municipality: MunicipalityCode) => readonly Codebook[];
  /** Those whose cases are counted together with new ones: upon the same common codebook, itself too. */
  readonly countedWith: (municipality: MunicipalityCode) => readonly Codebook[];
  /** What a round can be asked by: the common ones of cases, and those of meetings. */
  readonly asked: () => readonly Codebook[];
  readonly add: (codebook: Codebook) => void;
};

/**
 * @param shipped with overlays applied; of a municipality's several the latest last.
 * @param forMeetings what meetings are noted by, which no case is ever registered under.
 */
export function codebookShelf(
  shipped: readonly Codebook[],
  forMeetings: readonly Codebook[] = [],
): CodebookShelf {
  const byId = new Map(shipped.map((codebook) => [codebook.id, codebook]));
  const all = () => [...byId.values()];

  function common(): Codebook {
    const [newest] = all()
      .filter((codebook) => codebook.extends === undefined)
      .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
    if (!newest) throw new Error("the library holds no codebook");
    return newest;
  }

  function list(municipality: MunicipalityCode): readonly Codebook[] {
    const namespace = localNamespace(municipality);
    return all().filter(({ extends: base }) => !base || base.namespace === namespace);
  }

  function of(municipality: MunicipalityCode): Codebook {
    const own = list(municipality).findLast(({ extends: base }) => base !== undefined);
    return own ?? common();
  }

  return {
    get: (id) => byId.get(id) ?? forMeetings.find((codebook) => codebook.id === id),
    of,
    common,
    list,
    countedWith(municipality) {
      const base = commonIdOf(of(municipality));
      return list(municipality).filter((codebook) => commonIdOf(codebook) === base);
    },
    asked: () => [...all().filter((codebook) => codebook.extends === undefined), ...forMeetings],
    add(codebook) {
      const base = codebook.extends && byId.get(codebook.extends.codebook);
      byId.set(codebook.id, base ? toldAs(base, codebook) : codebook);
    },
  };
}

/**
 * How results are told is the common codebook's, as it stands today: a municipality's version may have
 * been kept before there were as many groups, or when they were written otherwise.
 */
function toldAs({ subgroups, chapters }: Codebook, codebook: Codebook): Codebook {
  return { ...codebook, subgroups, chapters };
}

/** The common codebook's id, of itself and of all that extend it. */
function commonIdOf(codebook: Codebook): string {
  return codebook.extends?.codebook ?? codebook.id;
}
