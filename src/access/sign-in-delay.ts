/**
 * Seconds to wait before the next attempt, after a number of failures in a row: nothing for three
 * slips of the keyboard, then doubling to five minutes. A delay and never a lock-out: nobody can
 * shut a worker out by guessing at her account.
 */
export function signInDelaySeconds(failures: number): number {
  if (failures < 4) return 0;
  return Math.min(2 ** (failures - 3), 300);
}
