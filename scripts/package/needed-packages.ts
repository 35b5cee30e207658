/** What the lockfile says of one package. */
export type LockedPackage = {
  readonly version?: string;
  readonly dependencies?: { readonly [name: string]: string };
  readonly optionalDependencies?: { readonly [name: string]: string };
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
};

export type Lockfile = { readonly packages: { readonly [path: string]: LockedPackage } };

/** For whom the archive is made. */
export type Platform = { readonly os: string; readonly cpu: string; readonly libc: string };

/**
 * Where the named packages stand, and all that those need, as `node_modules/…`, in order of name.
 * Optional ones for other machines are left out.
 * @throws for a package that the lockfile does not know.
 */
export function neededPackages(
  { packages }: Lockfile,
  names: readonly string[],
  platform: Platform,
): readonly string[] {
  const found = new Set<string>();
  function add(name: string, from: string, isOptional: boolean): void {
    const path = findPackage(packages, name, from);
    const entry = path === undefined ? undefined : packages[path];
    if (path === undefined || entry === undefined) {
      if (isOptional) return;
      throw new Error(`${name}, which ${from || "the program"} needs, is not in the lockfile`);
    }
    if (found.has(path) || !isMadeFor(entry, platform)) return;
    found.add(path);
    for (const each of Object.keys(entry.dependencies ?? {})) add(each, path, false);
    for (const each of Object.keys(entry.optionalDependencies ?? {})) add(each, path, true);
  }
  for (const name of names) add(name, "", false);
  return [...found].sort();
}

/** As Node looks for it: beside the one that asks, then one folder up, and so on. */
function findPackage(
  packages: Lockfile["packages"],
  name: string,
  from: string,
): string | undefined {
  for (
    let folder = from;
    ;
    folder = folder.replace(/(^|\/)node_modules\/(?:@[^/]+\/)?[^/]+$/, "")
  ) {
    const path = `${folder === "" ? "" : `${folder}/`}node_modules/${name}`;
    if (packages[path]) return path;
    if (folder === "") return undefined;
  }
}

function isMadeFor({ os, cpu, libc }: LockedPackage, platform: Platform): boolean {
  return (
    (os?.includes(platform.os) ?? true) &&
    (cpu?.includes(platform.cpu) ?? true) &&
    (libc?.includes(platform.libc) ?? true)
  );
}
