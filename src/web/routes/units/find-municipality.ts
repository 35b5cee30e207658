import { type NamedMunicipality, swedishMunicipalities } from "#kernel";

/** By its name, as people write it («Mölndals stad», «mölndal»), or by its code. */
export function findMunicipality(text: string): NamedMunicipality | undefined {
  const wanted = plain(text);
  if (wanted === "") return undefined;
  if (/^\d{4}$/.test(wanted)) {
    return swedishMunicipalities().find(({ code }) => code === wanted) ?? made(wanted);
  }
  return swedishMunicipalities().find(({ name }) =>
    [plain(name), `${plain(name)}s`].includes(wanted),
  );
}

/** A code that no list of ours has: those of demos, and of what is yet to come. */
function made(code: string): NamedMunicipality {
  return { code, name: code };
}

function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/ (?:kommun|stad)$/, "")
    .replace(/^region /, "");
}
