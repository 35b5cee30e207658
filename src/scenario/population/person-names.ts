/** Invented people: common first names with family names that nobody has been found to bear. */
const firsts =
  `Agnes Amir Astrid Bo Camilla Daniel Ebba Farah Gustav Hanna Ivar Jasmin Kerstin Lars Maja
  Nils Olivia Pia Rahim Signe Torsten Ulrika Vera Zara`.split(/\s+/);
const stems = `Alder Berg Blom Fjäll Gren Hag Kvist Lilje Måne Näver Rosen Sälg Åker`.split(/\s+/);
const endings = `brink flod gård haga kvarn myr rud sjö skär tuna vret`.split(/\s+/);

/** Neighbouring indexes share no part of their names. */
export function personName(index: number): string {
  const stem = stems[index % stems.length];
  const ending = endings[(index * 3) % endings.length];
  return `${firsts[(index * 5) % firsts.length]} ${stem}${ending}`;
}
