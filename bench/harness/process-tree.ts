import { existsSync, readdirSync, readFileSync } from "node:fs";

const procedures = "/proc";

/** Whether processes can be looked at here; only Linux shows them as files. */
export function canSeeProcesses(): boolean {
  return existsSync(`${procedures}/self/smaps_rollup`);
}

/** A process and all below it, the top first. Where processes cannot be seen: itself alone. */
export function processTree(top: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const { pid, parent } of allProcesses()) {
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const found = [top];
  for (const pid of found) found.push(...(children.get(pid) ?? []));
  return found;
}

function allProcesses(): readonly { readonly pid: number; readonly parent: number }[] {
  if (!canSeeProcesses()) return [];
  return readdirSync(procedures)
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const status = readIfThere(`${procedures}/${name}/stat`);
      // pid (name) state parent …, where the name may hold blanks and parentheses.
      const parent = /^.*\) \S (\d+) /s.exec(status ?? "")?.[1];
      return parent === undefined ? [] : [{ pid: Number(name), parent: Number(parent) }];
    });
}

export type Memory = {
  /** PSS in megabytes (10⁶ bytes): what is shared with others counts by its share. */
  readonly megabytes: number;
  /** Processes whose memory we may not look at. */
  readonly hidden: number;
};

export function memoryOf(pids: readonly number[]): Memory {
  const found = pids.map((pid) => {
    const rollup = readIfThere(`${procedures}/${pid}/smaps_rollup`);
    const kibibytes = /^Pss:\s+(\d+) kB$/m.exec(rollup ?? "")?.[1];
    return kibibytes === undefined ? undefined : (Number(kibibytes) * 1024) / 1e6;
  });
  const seen = found.filter((each) => each !== undefined);
  return {
    megabytes: seen.reduce((sum, each) => sum + each, 0),
    hidden: found.length - seen.length,
  };
}

/** Processes end, and some belong to others: both read as nothing. */
function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
