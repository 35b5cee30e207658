const mostTold = 40;

/** Where the time goes, when the suite gets slow: by file, in seconds, and their part of all. */
export function tellSlowest(durations: ReadonlyMap<string, number>): void {
  const sum = [...durations.values()].reduce((all, each) => all + each, 0);
  const slowest = [...durations].toSorted(([, one], [, other]) => other - one).slice(0, mostTold);
  for (const [file, duration] of slowest) {
    const seconds = (duration / 1000).toFixed(1).padStart(7);
    const share = ((100 * duration) / sum).toFixed(1).padStart(5);
    console.error(`${seconds} s ${share} %  ${file}`);
  }
}
