import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Room, rooms } from "./rooms.ts";
import { type Finding, findLines, type Rule, type SourceFile } from "./source-tree.ts";

const readmeLimit = 40;
const decisionLimit = 60;

/** Purpose (the line below the title), and three parts that begin with these words. */
const parts = ["Does not", "May import", "Start reading"];

export const readmesTellTheRoom: Rule = ({ files }) =>
  Object.entries(rooms).flatMap(([room, matrix]) => {
    const readme = files.find(({ path }) => path === `src/${room}/README.md`);
    return readme === undefined ? [] : readmeFindings(readme, room, matrix);
  });

function readmeFindings(readme: SourceFile, room: string, matrix: Room): readonly Finding[] {
  const findings: Finding[] = [];
  const lines = readme.text.trimEnd().split("\n");
  const find = (fault: string, line = 1) => findings.push({ at: `${readme.path}:${line}`, fault });
  if (lines.length > readmeLimit) find(`has ${lines.length} lines; at most ${readmeLimit}`);
  if (lines[0] !== `# ${room}`) find(`begins with «# ${room}»`);
  const purpose = lines.slice(1).find((line) => line.trim() !== "") ?? "";
  if (purpose === "" || /^[#*|-]/.test(purpose)) find("says its purpose below the title", 2);
  for (const part of parts) {
    if (!lines.some((line) => isPart(line, part))) find(`has no part «**${part}**: …»`);
  }
  const at = lines.findIndex((line) => isPart(line, "May import"));
  if (at >= 0) {
    const said = readMayImport(paragraphFrom(lines, at), room);
    const meant = new Set([...matrix.mayImport, ...(matrix.mayImportTypes ?? [])]);
    const extra = [...said].filter((each) => !meant.has(each));
    const lacking = [...meant].filter((each) => !said.has(each));
    if (extra.length > 0)
      find(`«May import» says ${extra.join(", ")}; the matrix does not`, at + 1);
    if (lacking.length > 0) find(`«May import» lacks ${lacking.join(", ")}`, at + 1);
  }
  return findings;
}

function isPart(line: string, part: string): boolean {
  return line.startsWith(`**${part}**`);
}

function paragraphFrom(lines: readonly string[], at: number): string {
  const rest = lines.slice(at + 1);
  const length = rest.findIndex((line) => line.trim() === "" || line.startsWith("**"));
  return [lines[at], ...rest.slice(0, length < 0 ? undefined : length)].join(" ");
}

/** The rooms in the part's first sentence; «every room but …» means the others. */
function readMayImport(paragraph: string, own: string): ReadonlySet<string> {
  const [sentence = ""] = paragraph.replace("**May import**", "").split(/\.(?:\s|$)/);
  const named = new Set(Object.keys(rooms).filter((room) => mentions(sentence, room)));
  if (!/every(?: room|thing) but/.test(sentence)) return named;
  return new Set(Object.keys(rooms).filter((room) => room !== own && !named.has(room)));
}

function mentions(text: string, room: string): boolean {
  return new RegExp(`(?<![\\w/-])${room}(?![\\w/-])`).test(text);
}

const decisionParts = [
  "Context",
  "Options",
  "Decision",
  "Consequences",
  "Personal data",
  "Rules",
  "Reconsider",
];

export const decisionsComplete: Rule = ({ files }) =>
  files
    .filter(({ path }) => path.startsWith("docs/decisions/"))
    .flatMap((file) => {
      const findings: Finding[] = [];
      const lines = file.text.trimEnd().split("\n");
      if (!/^docs\/decisions\/\d{4}(?:-[a-z0-9]+)+\.md$/.test(file.path)) {
        findings.push({ at: file.path, fault: "is not named NNNN-a-sentence.md" });
      }
      if (lines.length > decisionLimit) {
        findings.push({
          at: file.path,
          fault: `has ${lines.length} lines; at most ${decisionLimit}`,
        });
      }
      for (const part of decisionParts) {
        const isThere = lines.some((line) => new RegExp(`^(?:#+ |\\*\\*)${part}`, "i").test(line));
        if (!isThere) findings.push({ at: file.path, fault: `has no part «${part}»` });
      }
      return findings;
    });

/** Links and pictures within the project lead to a file that is there. */
export const linksLeadSomewhere: Rule = ({ root, files }) =>
  files
    .filter(({ path }) => path.endsWith(".md"))
    .flatMap((file) =>
      findLines(file, (line) => {
        const links = [...line.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)].map(([, link = ""]) => link);
        const dead = links
          .filter((link) => !/^[a-z]+:/.test(link))
          .find((link) => !existsSync(join(root, dirname(file.path), link)));
        return dead && `links to ${dead}, which is not there`;
      }),
    );
