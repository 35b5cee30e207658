/**
 * Words that passwords are commonly made of, in Swedish and English: those that are tried first, alone,
 * together, and with digits beside them. Written down by hand from what the published lists have in
 * common; no list is copied.
 */
export const guessedWords: readonly string[] = `
password passwort passw0rd pass lösenord losenord lösen losen hemlig hemligt secret kodord
admin administrator administratör root user användare anvandare guest gäst login logga inloggning
welcome välkommen valkommen hello hallå hej hejsan hejhej tjena test testing testar demo default standard
change changeme ändra letmein släpp iloveyou iloveu jagälskardig jagalskardig älskar alskar love kärlek
forever trustno whatever nothing please sommar summer vinter winter spring autumn höst våren hösten
januari februari mars april juni juli augusti september oktober november december january february march
june july august october monday tuesday wednesday thursday friday saturday sunday måndag tisdag onsdag
torsdag fredag lördag söndag midsommar påsk julafton christmas semester
dragon monkey master shadow sunshine princess prinsessa football fotboll soccer hockey baseball basketball
superman batman spiderman starwars pokemon pikachu naruto minecraft fortnite facebook google youtube
instagram twitter linkedin microsoft windows apple iphone samsung android computer dator internet
michael michelle jennifer jessica daniel charlie thomas robert jordan andrew ashley nicole anthony
joshua matthew william elizabeth alexander alexandra christian christina jonathan stephanie
anders andreas johan johanna karin lars lena maria marie erik eriksson johansson andersson karlsson
nilsson larsson olsson persson svensson gustafsson emma elin linnea alice oscar oskar viktor victor
sverige sweden svensk swedish stockholm göteborg goteborg malmö malmo uppsala örebro norrköping
helsingborg jönköping umeå luleå arsenal liverpool chelsea manchester barcelona madrid juventus
aik djurgården djurgarden hammarby frölunda brynäs färjestad leksand volvo saab ikea ferrari mercedes
porsche mustang corvette yamaha harley chocolate choklad cookie banana banan orange apelsin cheese pizza
kaffe coffee flower blomma butterfly fjäril rainbow regnbåge angel ängel diamond diamant silver golden
purple yellow green black white blue tiger lion lejon eagle falcon phoenix wolf kitty kitten puppy
hund katt kattunge hundvalp häst hästar ponny sommarlov freedom frihet peace fred heaven hell killer
hunter ranger warrior knight ninja pirate gandalf matrix merlin thunder lightning storm hottie sexy
babygirl sweetheart sötnos lovely jesus christ blessed family familj mamma pappa mormor farfar mother
father brother sister syster bror computer qwerty qazwsx zaq12wsx asdf zxcv abc access security säkerhet
sakerhet socialtjänst socialtjansten socialtjänsten kommun kommunen kontor office arbete jobbet work
skillnad enkät enkaten klient ärende
`
  .trim()
  .split(/\s+/);
