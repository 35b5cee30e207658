/** How far a long step has come: one line that changes on a terminal, some lines in a log. */
export function showProgress(total: number, what: string) {
  const { stderr } = process;
  const step = stderr.isTTY ? 0.01 : 0.25;
  let count = 0;
  let told = 0;

  return {
    add(more: number): void {
      count += more;
      if (count < total && count / total < told + step) return;
      told = count / total;
      const line = `${count} of ${total} ${what}`;
      stderr.write(stderr.isTTY ? `\r${line}` : `${line}\n`);
    },
    end(): void {
      if (stderr.isTTY && told > 0) stderr.write("\n");
    },
  };
}
