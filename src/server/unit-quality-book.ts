import type { AccountId, IsoDate } from "#kernel";
import { swedishDay } from "#kernel";
import type { Unit } from "#store";
import {
  type CaseInQuality,
  goalDays,
  type ListedCase,
  type RegistrationQuality,
  registrationQuality,
} from "#tabulation";
import type { Visit } from "./http/route.ts";
import type { UnitQuality } from "./wire-of-units.ts";

type Viewing = Pick<Visit, "tx" | "actor" | "at" | "services">;

/**
 * How complete and how timely the units' registration is. Counted anew when a case of the unit has
 * changed, and every day, since cases go quiet by themselves. Numbers hold every case; single cases
 * are named to those alone who may know of them.
 */
export type UnitQualityBook = {
  readonly of: (viewing: Viewing, unit: Unit) => Promise<UnitQuality>;
};

type Counted = { readonly stamp: string; readonly quality: RegistrationQuality };

export function createUnitQualityBook(): UnitQualityBook {
  const counted = new Map<string, Counted>();
  return {
    async of(viewing, unit) {
      const { tx, actor, at, services } = viewing;
      const today = swedishDay(at);
      const codebook = services.codebooks.of(actor.municipality).id;
      const stamp = `${codebook} ${today} ${await tx.cases.stamp(unit.id)}`;
      const key = `${actor.municipality} ${unit.id}`;
      const kept = counted.get(key);
      const quality = kept?.stamp === stamp ? kept.quality : await count(viewing, unit, today);
      counted.set(key, { stamp, quality });
      return qualityFor(actor.account, unit, quality);
    },
  };
}

async function count({ tx, actor, services }: Viewing, unit: Unit, today: IsoDate) {
  const startedAt = await tx.caseWork.startedAt(unit.id);
  async function* cases(): AsyncGenerator<CaseInQuality> {
    for await (const record of tx.cases.stream([unit.id])) {
      const codebook = services.codebooks.get(record.codebook);
      if (!codebook) throw new Error(`a case rests on the unknown codebook ${record.codebook}`);
      yield { record, codebook, startedAt: startedAt.get(record.id) ?? record.lastStepAt };
    }
  }
  return registrationQuality(cases(), services.codebooks.of(actor.municipality), today);
}

function qualityFor(viewer: AccountId, { id, name }: Unit, quality: RegistrationQuality) {
  const mayKnow = ({ readers }: ListedCase) => readers === null || readers.includes(viewer);
  return {
    unit: { id, name },
    openCases: quality.openCases,
    unassigned: quality.unassigned.filter(mayKnow).map(({ code }) => code),
    stale: quality.stale.filter(mayKnow).map(({ code, days }) => ({ code, days })),
    variables: quality.variables,
    goalDays,
    timeliness: quality.timeliness,
    survey: quality.survey,
    incomplete: quality.incomplete.filter(mayKnow).map(({ code, missing }) => ({ code, missing })),
  };
}
