import {
  type Codebook,
  contentOf,
  emptyContent,
  type LocalContent,
  type LocalGround,
  libraryCodebooks,
  libraryMeasures,
  localNamespace,
} from "#codebook";
import type { LocalCodebookVersion } from "#store";
import type { Visit } from "./http/route.ts";

/** What a municipality's draft stands on: the common codebook, the measures, and all it had before. */
export type OwnGround = LocalGround & {
  readonly versions: readonly LocalCodebookVersion[];
  /** Of the version that new cases are registered under. */
  readonly inUse: LocalContent;
};

export async function ownGround({ services, tx, actor }: Visit): Promise<OwnGround> {
  const common = services.codebooks.common();
  const versions = await tx.localCodebooks.list();
  const earlier = [...shippedFor(localNamespace(actor.municipality)), ...versions.map(overlayOf)];
  const latest = earlier.at(-1);
  return {
    common,
    measures: libraryMeasures().filter(({ overlays }) => overlays?.codebook === common.id),
    earlier,
    versions,
    inUse: latest ? contentOf(latest) : emptyContent,
  };
}

/** An overlay that ships with Skillnad comes before what the municipality has published itself. */
function shippedFor(namespace: string): readonly Codebook[] {
  return libraryCodebooks().filter(({ overlays }) => overlays?.namespace === namespace);
}

function overlayOf({ overlay }: LocalCodebookVersion): Codebook {
  return overlay;
}
