import { wholeNumber } from "#kernel";

/** «57 %» from 0.57. */
export function percent(share: number): string {
  return `${wholeNumber(Math.round(share * 100))} %`;
}

/** «2,4» */
export function oneDecimal(value: number): string {
  return new Intl.NumberFormat("sv-SE", {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(value);
}

/** «Annas», «Lars»: names that end in an s-sound take no further s. */
export function genitive(name: string): string {
  return /[sxz]$/i.test(name) ? name : `${name}s`;
}

/** The first name is what colleagues call each other. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}
