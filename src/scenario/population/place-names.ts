/** Compounds of what Swedish places are called after; no municipality bears any of them. */
const firsts = words(`
  Alder Ask Björn Bränn Djup Ene Falk Furu Glim Hassel Hjort Järv Klock Korp Kråk Ler Lom Lärk Mos
  Orr Pors Rap Rönn Skarp Stubb Svart Säv Trast Ulv Vret Älg
`);
const lasts = words(`
  backa berga bo bro byn dalen fallet fors gården heden holm hult hällan kulla lund mossen myra
  näset skogen sele tjärn torp udden vallen vattnet ängen åker ån ås
`);

/** How many different names there are. */
export const mostNames = firsts.length * lasts.length;

/** The lists are of lengths without a common divisor: walking both at once meets every pair once. */
export function placeName(index: number): string {
  return `${firsts[index % firsts.length]}${lasts[(index * 7) % lasts.length]}`;
}

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
