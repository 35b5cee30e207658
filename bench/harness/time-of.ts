import { quantile } from "./quantile.ts";

type Act = () => Promise<unknown> | unknown;

/**
 * Both in turns, so that both meet the same weather.
 * @returns the median of each, in milliseconds, in their order.
 */
export async function mediansOf(acts: readonly Act[], times: number): Promise<readonly number[]> {
  const taken = acts.map((): number[] => []);
  for (let time = 0; time < times; time++) {
    for (const [index, act] of acts.entries()) taken[index]?.push(await timeOf(act));
  }
  return taken.map((each) => quantile(each, 0.5));
}

export async function timeOf(act: Act): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}

export function ms(value: number): string {
  return `${value.toPrecision(3)} ms`;
}
