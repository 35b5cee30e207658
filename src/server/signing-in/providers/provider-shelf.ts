import { createHmac } from "node:crypto";
import {
  allowInsecureRequests,
  ClientSecretPost,
  type Configuration,
  discovery,
  enableNonRepudiationChecks,
} from "openid-client";
import type { MunicipalityCode } from "#kernel";
import type { KeyCupboard } from "../../key-cupboard.ts";
import { isLoopback, type Provider } from "./provider.ts";

/** Seconds that a provider has to answer. */
const patience = 10;

export type ProviderShelf = {
  readonly list: readonly Provider[];
  readonly of: (municipality: MunicipalityCode) => readonly Provider[];
  readonly find: (id: string) => Provider | undefined;
  /** What the provider says of itself, asked for once. @throws when it does not answer, or wrongly. */
  readonly configuration: (provider: Provider) => Promise<Configuration>;
  /** What is kept in the place of what the provider calls her. */
  readonly subjectKey: (provider: Provider, subject: string) => Promise<string>;
};

export function createProviderShelf(list: readonly Provider[], keys: KeyCupboard): ProviderShelf {
  const asked = new Map<string, Promise<Configuration>>();

  return {
    list,
    of: (municipality) => list.filter((each) => each.municipality === municipality),
    find: (id) => list.find((each) => each.id === id),

    configuration(provider) {
      const known = asked.get(provider.id) ?? discover(provider);
      asked.set(provider.id, known);
      known.catch(() => asked.delete(provider.id));
      return known;
    },

    async subjectKey({ issuer }, subject) {
      const key = await keys.secretFor("provider-subject");
      return createHmac("sha256", key).update(`${issuer}\n${subject}`).digest("hex");
    },
  };
}

function discover({ issuer, clientId, clientSecret }: Provider): Promise<Configuration> {
  const inClear = isLoopback(issuer) ? [allowInsecureRequests] : [];
  return discovery(new URL(issuer), clientId, undefined, ClientSecretPost(clientSecret), {
    timeout: patience,
    // The signature too, though what comes straight over TLS from the provider is vouched for by that.
    execute: [enableNonRepudiationChecks, ...inClear],
  });
}
