import { hasPersonnummer } from "#kernel";
import { findLines, isScript, isTest, type Rule } from "./source-tree.ts";

export const noPersonnummer: Rule = ({ files }) =>
  files.flatMap((file) => {
    // A number may be broken over two lines; by line first, so that the finding has a place.
    const found = findLines(file, (line) => (hasPersonnummer(line) ? fault : undefined));
    return found.length === 0 && hasPersonnummer(file.text) ? [{ at: file.path, fault }] : found;
  });
const fault = "holds what reads as a personnummer";

/** The project speaks of itself alone: where it was made is nobody's business. */
export const noMachinePaths: Rule = ({ files }) =>
  files.flatMap((file) =>
    findLines(file, (line) => {
      const path = /(?<![\w.-])\/(?:home|Users|work|workspace)\/[\w.-]+/.exec(line)?.[0];
      return path && `names a folder of some machine: ${path}`;
    }),
  );

/** Whom our texts may point at: standards, law and the field. Never where packages come from. */
const hosts = [
  "127.0.0.1",
  "datatracker.ietf.org",
  "eur-lex.europa.eu",
  "github.com",
  "interoperable-europe.ec.europa.eu",
  "joinup.ec.europa.eu",
  "json-schema.org",
  "keepachangelog.com",
  "localhost",
  "www.smhi.se",
  "semver.org",
  "www.w3.org",
];

export const onlyKnownHosts: Rule = ({ files }) =>
  files
    .filter(({ path }) => path !== "package-lock.json")
    .flatMap((file) =>
      findLines(file, (line) => {
        const named = [
          ...line.matchAll(/\bhttps?:\/\/(?:[\w-]+(?::[^@\s"]*)?@)?([\w-]+(?:\.[\w-]+)+)/g),
        ];
        const foreign = named.map(([, host = ""]) => host).find((host) => !isKnownHost(host));
        return foreign && `names the host ${foreign}, which content-rules.ts does not know`;
      }),
    );

function isKnownHost(host: string): boolean {
  // RFC 2606 and RFC 6761 keep these free for examples.
  return hosts.includes(host) || /(?:^|\.)(?:example(?:\.\w+)?|test|invalid|localhost)$/.test(host);
}

/** Addresses in the lockfile would send everybody to the registry of whoever wrote it. */
export const lockfileNamesNoRegistry: Rule = ({ files }) => {
  const setting = "omit-lockfile-registry-resolved=true";
  const npmrc = files.find(({ path }) => path === ".npmrc")?.text ?? "";
  const lines = npmrc.split("\n").map((line) => line.trim());
  const lockfiles = files.filter(({ path }) => path === "package-lock.json");
  return [
    ...(lines.includes(setting) ? [] : [{ at: ".npmrc", fault: `lacks ${setting}` }]),
    ...(lines.some((line) => /^ignore-scripts\s*=\s*true/.test(line))
      ? [{ at: ".npmrc", fault: "ignore-scripts=true also switches off predemo and pretest" }]
      : []),
    ...lockfiles.flatMap((file) =>
      findLines(file, (line) =>
        /"resolved": "http/.test(line) ? "records an address" : undefined,
      ),
    ),
  ];
};

/** Written so that this file does not find itself. */
const leftovers = new RegExp(
  ["TO" + "DO", "FIX" + "ME", "XX" + "X", "@ts-" + "ignore", "@ts-" + "nocheck"]
    .map((word) => `${word}\\b`)
    .join("|"),
);

export const nothingLeftOver: Rule = ({ files }) =>
  files
    .filter((file) => isScript(file) || /\.(?:css|sql|md)$/.test(file.path))
    .flatMap((file) =>
      findLines(file, (line) => {
        const word = leftovers.exec(line)?.[0];
        // In a test an expected type error is the assertion itself.
        const expected = !isTest(file) && line.includes(`@ts-${"expect"}-error`);
        return expected ? "silences the type checker" : word && `${word} is left over`;
      }),
    );

/** Words for results that promise more than was measured, and words for people that hurt. */
const avoidedSwedish = [
  { word: /\beffekt(?:en|er|erna)?\b/i, instead: "förändring" },
  { word: /\b(?:vålds|brotts)?offr(?:et|en|ets|ens)\b/i, instead: "våldsutsatt" },
];

export const swedishSaysChange: Rule = ({ files }) =>
  files
    .filter((file) => /^src\/(?:report|server|web|codebook\/library)\//.test(file.path))
    .flatMap((file) =>
      findLines(file, (line) => {
        const found = avoidedSwedish.find(({ word }) => word.test(line));
        return found && `says «${found.word.exec(line)?.[0]}»; say «${found.instead}»`;
      }),
    );
