import { browserRooms, rooms } from "./rooms.ts";
import {
  type Finding,
  inRoom,
  isCode,
  isScript,
  isTest,
  type Rule,
  type SourceFile,
} from "./source-tree.ts";

/** Our measure: what the codebases that read well have in common. */
export const lineLimits = { median: 90, ninetieth: 250, most: 400 };

export function countLines(file: SourceFile): number {
  return file.text.split("\n").length - (file.text.endsWith("\n") ? 1 : 0);
}

export const noFileTooLong: Rule = ({ files }) =>
  files.filter(isCode).flatMap((file) => {
    const lines = countLines(file);
    if (lines <= lineLimits.most) return [];
    return [{ at: file.path, fault: `has ${lines} lines; at most ${lineLimits.most}` }];
  });

/** Over the production code of `src`: one long file may have its reason, many have none. */
export const filesMostlyShort: Rule = ({ files }) => {
  const counts = files
    .filter((file) => inRoom(file) && isCode(file) && !isTest(file))
    .map(countLines)
    .sort((a, b) => a - b);
  return [
    { name: "median", share: 0.5, limit: lineLimits.median },
    { name: "90th percentile", share: 0.9, limit: lineLimits.ninetieth },
  ].flatMap(({ name, share, limit }) => {
    const lines = counts[Math.ceil(share * counts.length) - 1] ?? 0;
    return lines > limit
      ? [{ at: "src", fault: `${name} is ${lines} lines; at most ${limit}` }]
      : [];
  });
};

const emptyWords = [
  "utils",
  "util",
  "helpers",
  "helper",
  "common",
  "shared",
  "misc",
  "manager",
  "impl",
];

export const filesWellNamed: Rule = ({ files }) =>
  files.filter((file) => /^(?:src|test|bench|scripts)\//.test(file.path)).flatMap(nameFindings);

function nameFindings(file: SourceFile): readonly Finding[] {
  const found = (fault: string): Finding => ({ at: file.path, fault });
  const [name = "", ...folders] = file.path.split("/").reverse();
  const stem = name.replace(/\..*$/, "");
  const findings: Finding[] = [];
  const words = [stem, ...folders].flatMap((part) =>
    part
      .replace(/([a-z])([A-Z])/g, "$1-$2")
      .toLowerCase()
      .split(/[-.]/),
  );
  for (const word of words.filter((each) => emptyWords.includes(each))) {
    findings.push(found(`«${word}» names nothing: say what it holds`));
  }
  if (name.endsWith(".tsx")) {
    if (inRoom(file) !== "web")
      findings.push(found("JSX lives in src/web: Node does not strip it"));
    // A test of a component bears its name; other .tsx files hold hooks or tables with elements in them.
    if (!/^[A-Z][A-Za-z0-9]*$/.test(stem)) findings.push(found("a component's file is PascalCase"));
  } else if (isScript(file) && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(stem)) {
    findings.push(found("a file's name is kebab-case, after its main export"));
  }
  for (const folder of folders.filter((part) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(part))) {
    findings.push(found(`the folder ${folder} is not kebab-case`));
  }
  return findings;
}

/** Every room has its README; every room with code has its door, known to package.json. */
export const roomsComplete: Rule = ({ files }) => {
  const paths = new Set(files.map(({ path }) => path));
  const text = files.find(({ path }) => path === "package.json")?.text ?? "{}";
  const imports = JSON.parse(text).imports ?? {};
  const present = new Set(files.flatMap((file) => inRoom(file) ?? []));
  const findings: Finding[] = [];
  for (const room of Object.keys(rooms)) {
    const door = `src/${room}/index.ts`;
    if (!paths.has(`src/${room}/README.md`)) {
      findings.push({ at: `src/${room}`, fault: "the room has no README.md" });
    }
    const hasCode = files.some((file) => inRoom(file) === room && isScript(file));
    if (hasCode && !paths.has(door)) {
      findings.push({ at: `src/${room}`, fault: "the room has no door, index.ts" });
    }
    if (imports[`#${room}`] !== `./${door}`) {
      findings.push({ at: "package.json", fault: `"imports" lacks "#${room}": "./${door}"` });
    }
  }
  for (const room of [...present].filter((each) => !(each in rooms))) {
    findings.push({ at: `src/${room}`, fault: "is no room: test/architecture/rooms.ts lacks it" });
  }
  for (const room of browserRooms.filter((each) => !(each in rooms))) {
    findings.push({
      at: "test/architecture/rooms.ts",
      fault: `browserRooms names no room: ${room}`,
    });
  }
  return findings;
};
