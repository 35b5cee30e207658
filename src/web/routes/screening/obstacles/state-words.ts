import type { ObstacleActionView } from "#server";

const words: Readonly<Record<ObstacleActionView["state"], string>> = {
  planned: "Planerat",
  done: "Gjort",
  dropped: "Blev inte av",
};

export const obstacleStates = Object.keys(words) as readonly ObstacleActionView["state"][];

export function obstacleStateInWords(state: ObstacleActionView["state"]): string {
  return words[state];
}
