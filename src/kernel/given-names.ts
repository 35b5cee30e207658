/**
 * Given names that are common in Sweden, of every origin that is common here: what a free text is
 * searched for. Written from general knowledge and not from a register; a name more or less does no harm.
 */
const names = `
Abbas Abdi Abdirahman Abdul Abdulkadir Abdullah Abdullahi Abeba Abrehet Adam Adel Adisa Admir
Adnan Aftab Agnes Agneta Agnieszka Ahmad Ahmed Aida Aina Aino Aisha Ajla Aki Akram Alaa Albin
Alejandra Alejandro Aleksander Aleksandra Alexander Alexandra Alf Alfred Alganesh Ali Alia Alice
Alicia Aliya Allan Alma Almaz Almir Alva Alvar Alvin Amal Amalia Amanda Amela Amelia Amer Amin
Amina Aminah Amir Amira Ammar Amra Ana Anas Anastasia Anders Andrea Andreas Andrei Andrzej Anel
Anette Angelica Anita Anja Ann Anna Anneli Annelie Annette Annica Annika Anong Anton Antonia
Antti Anwar Apinya Arash Arben Ardalan Arja Arman Armin Arne Aron Arta Arto Arvid Arwa Asad
Ashraf Asma Asmaa Asmeret Astrid August Axel Aya Ayan Ayman Ayse Aysha Azad Aziz Aziza Azra
Bahar Baran Barbara Barbro Bashir Basma Bassam Beata Behnam Behrouz Bekim Bengt Benjamin Bereket
Berhane Berit Bernt Bertil Besa Bilal Birger Birgit Birgitta Björn Blerim Blerta Bo Bodil Boel
Bogdan Bojan Bosse Branka Britt Britta Burim Bushra Börje Camilla Carin Carina Carl Carlos
Carmen Carola Caroline Casper Catarina Cecilia Charlie Charlotta Charlotte Christer Christian
Christina Christoffer Claes Clara Claudia Conny Cornelia Dag Dagmar Dalal Dalia Danica Daniel
Daniela Danielle Danijela Danuta Darin Dariusz Darko Darya David Dejan Denis Deniz Dennis
Desirée Diego Dilan Dino Diyar Dmitri Doris Dorota Dragan Dragana Drita Dunya Dušan Dzenana
Džemal Ebba Eddie Edin Edina Edit Edith Eduardo Edvin Eero Eeva Eija Einar Eino Eira Ekaterina
Elena Elham Elias Elin Elina Elinor Elis Elisabet Elisabeth Elise Ella Ellen Ellinor Elliot Elma
Elmir Elsa Elsie Elvira Emelie Emil Emilia Emina Emir Emma Emmy Emre Enar Enes Enrique Erik
Erika Erland Erling Ermin Esad Esteban Ester Eva Evelina Evert Ewa Ewelina Ezgi Fabian Fadi
Faduma Fadumo Fahad Faisal Fanny Farah Farhad Farhan Fariba Farid Farida Faris Fartun Faruk
Farzaneh Fatemeh Fatima Fatime Fatma Fatmire Fatuma Fawzia Felicia Felix Fereshteh Fernando
Feven Fikret Filip Filippa Filmon Firas Flamur Folke Francisco Frans Fredrik Fredrika Freja
Freweini Frida Fritz Gabriel Gabriella Galina Georg Gerd Gerda Gertrud Ghada Ghirmay Girmay
Gloria Goran Gottfrid Grazyna Greger Greta Guadalupe Gudrun Gulsen Gun Gunborg Gunhild Gunilla
Gunnar Gunnel Gunvor Gustaf Gustav Göran Gösta Göte Habib Hadi Hafsa Haider Hala Halima Halina
Hamid Hampus Hamza Hanan Hani Hanin Hanna Hannah Hannele Hannes Hannu Hans Harald Haris Harriet
Harry Hasan Hasna Hassan Hawa Hayat Hedda Hedvig Heikki Helen Helena Helene Helga Heli Helmer
Helvi Henning Henrietta Henrik Henry Herbert Herman Hevin Hiba Hibo Hilda Hilding Hilma Hiwot
Hjalmar Hodan Holger Hossein Huda Hugo Hussein Håkan Ibrahim Ida Idil Idris Ifrah Igor Ikram
Ilkka Iman Imran Indira Inga Inge Ingegerd Ingela Ingemar Inger Ingmar Ingrid Ingvar Irene Irfan
Irina Iris Irja Irma Iryna Isa Isabel Isabella Isabelle Isak Ismail Ivan Ivana Ivar Iwona Jaakko
Jacek Jadwiga Jakob Jalal Jamal Jamila Jamileh Jan Jane Janne Jannike Janusz Jari Jasmin Jasmina
Jasmine Javier Jawad Jean Jelena Jenny Jens Jerker Jerry Jerzy Jesper Jessica Jihan Jimmy Joakim
Joanna Joel Johan Johanna Johannes John Johnny Jolanta Jon Jonas Jonathan Jonna Jonny Jorge
Jorma Josef Josefin Josefina Josefine José Jouni Jovan Jovana Juan Juana Juha Juhani Jukka Julia
Julius Jurij Jussi Justyna Jörgen Kaarina Kaija Kaj Kajsa Kalevi Kamal Kanya Kari Karim Karin
Karl Karolina Kasia Katarina Katarzyna Kateryna Katja Katri Kawa Kawthar Kemal Kenneth Kent
Kerstin Kevin Khadija Khadra Khaled Khalid Kicki Kidane Kim Kirsi Kirsti Kittiya Kjell Klara
Klas Knut Kristian Kristin Kristina Kristoffer Krystyna Krzysztof Ksenia Kurt Kyllikki Laila
Lama Larisa Lars Lasse Laura Lauri Layla Leena Leif Leila Lejla Lena Lennart Leo Leon Leopold
Letebrhan Leyla Liam Lidia Liisa Lillemor Lilly Lina Linda Linh Linn Linnea Linnéa Linus Lirije
Lisa Lisbet Lisbeth Liselott Liv Ljiljana Ljubica Ljudmila Lotta Louise Love Lovis Lovisa Lubna
Lucas Ludmila Ludvig Luis Lukas Lukasz Luljeta Luwam Lydia Maarit Magdalena Mahdi Mahmood
Mahmoud Mahsa Maisa Maj Maja Majken Majvor Malak Malee Malgorzata Malika Malin Malte Malva Manal
Manuel Marcela Marcus Marek Margareta Margaretha Maria Mariam Mariana Marianne Marie Marija
Marijana Marika Marina Mariusz Marja Marjatta Marjo Mark Markku Marko Markus Martha Martin
Martina Marwa Marwan Maryam Masoud Mateusz Mathias Mathilda Matilda Mats Matti Mattias Matts
Maud Maximilian Mehdi Mehmet Mehran Melisa Melissa Melker Melvin Mercedes Merhawi Meron Mersiha
Mervat Mia Micael Michael Michaela Michal Miguel Mika Mikael Mikaela Mikko Mimmi Mimoza Mina
Minna Mirela Mirja Mirjam Mirsad Mirza Moa Mohamad Mohamed Mohammad Mohammed Mona Monica Monika
Monique Morgan Mostafa Muhammad Mujo Munevera Munira Murad Mustafa My Mykola Märta Måns Mårten
Nabil Nada Nadezjda Nadia Nadim Nadir Nagham Nahid Nahla Naima Najib Najma Nanna Narin Nasim
Nasir Nasrin Nasser Natalia Natalie Nataliia Natalya Natasha Nathalie Nattaya Nawal Nazanin
Nedzad Negar Nellie Nelly Nenad Nermin Nermina Nesrin Nguyen Nicklas Niclas Nicolas Nicole
Niklas Niko Nikola Nils Nima Nina Nipaporn Noah Noel Noor Noora Nora Nour Novalie Nura Nusreta
Oksana Olavi Oleg Oleksandr Olena Olga Oliver Olivia Olle Olof Olov Omar Omid Orawan Osama Oscar
Oskar Osman Otto Outi Ove Owe Paavo Pablo Pamela Parisa Parvin Parwin Pasi Patricia Patricio
Patrick Patrik Paul Paula Paulina Pawel Pedro Pekka Pentti Per Pernilla Peter Petra Petter
Phuong Pia Pilar Piotr Pirjo Pirkko Ploy Pontus Pornthip Predrag Przemyslaw Päivi Pär Qasim
Ragnar Ragnhild Rahel Rahma Rahwa Raija Raimo Rakel Ralf Rami Ramin Ramón Rana Rania Raquel
Rasha Rashid Rasmus Rauno Rawan Rebecca Rebecka Reem Regina Reijo Reine Renata Reza Ricardo
Richard Rickard Rigmor Riitta Rikard Rima Ritva Robert Robin Rodrigo Roger Roland Rolf Ronja
Ronny Rosa Rosario Roy Roza Rozhin Rune Ruqaya Rut Ruth Saad Saba Sabah Sabina Sabrin Sadia Safa
Safet Safiya Saga Sahar Said Saida Salah Saleh Salim Salma Salwa Sam Samar Samara Samer Sami
Samia Samir Samira Samra Samuel Sana Sanaa Sandra Sanela Sanna Sara Sarah Sari Sarwar Satu Sead
Sebastian Sejad Selam Selin Selma Semhar Semir Senad Senada Senait Seppo Sergej Serhii Shabnam
Shadi Shahin Shaima Shamso Sharif Shilan Shirin Shpresa Shukri Sibylla Sigbritt Signe Sigrid
Sigurd Sigvard Silvia Sima Simon Simone Simret Siri Siriporn Sirkka Sirpa Siv Sixten Slavica
Slawomir Slobodan Snežana Sofia Sofie Sofía Soheila Solomon Solveig Solvig Somchai Somjai Somsak
Sonja Sophia Soran Staffan Stanislaw Stefan Stefanie Stella Sten Stig Stina Sture Suad Suada
Suha Suleiman Suljo Sumaya Sune Sunisa Supaporn Susanna Susanne Suvad Suwanna Suzan Svante Svea
Sven Sverker Svetlana Sylve Sylvia Sören Tadeusz Tage Taha Taher Tahir Taina Tamara Tapani Tapio
Tarek Tareq Tariq Tarja Tatiana Tatjana Tea Teemu Tekle Teo Teodor Teresa Terese Teresia Tesfay
Tetiana Teuta Teuvo Thanya Thao Thea Theo Theodor Therese Thomas Thor Thorsten Thuy Tigist Tiina
Tilda Tilde Tim Timo Tina Tindra Tobias Toivo Tom Tomas Tomasz Tommy Tora Torbjörn Tord Tore
Torgny Torsten Tove Trang Tsegay Tuan Tuija Tuomas Tuula Tuva Tyra Ulf Ulla Ulrica Ulrika Urban
Ursula Urszula Valbona Valentina Valeria Valon Vanja Vega Veikko Vendela Vera Veronica Veronika
Vesa Vesna Victor Victoria Vide Viggo Viktor Viktoria Viktoriia Vilgot Vilhelm Ville Vilma
Vincent Viola Virpi Viveca Vivianne Vjosa Vladimir Vlado Volodymyr Väinö Wael Wafa Waleed Walid
Walter Wanida Wieslaw Wilai Wilhelm Wille William Wilma Winta Wojciech Ximena Yahya Yasin Yasmin
Yasmine Yassin Ylva Yngve Yohannes Yolanda Yonas Yousef Youssef Yulia Yuliia Yusra Yusuf Yvonne
Zackarias Zahir Zahra Zainab Zaynab Zbigniew Zeinab Zeynep Zhanna Ziad Zlatan Zlatko Zofia Zohra
Zoran Zozan Zumreta Züleyha Åke Åsa Örjan Östen
`;

/** Names that also begin ordinary sentences: «Hans bror …», «Dag och natt …», «Per vecka …». */
const words = `
Amal August Björn Bo Dag  Enar Gun Hans Iris Isa Kari Liv Love Maj Mark  Mina My Per Regina Rosa
Rune Rut Saga Sam Said Saba Sten Stella Stig Tea Theo Tim Tom Tora Tore Tove Tyra Urban Vega
Vera Vide Viola Ask Sanna Lama Ploy Mona
`;

type GivenNames = {
  readonly names: ReadonlySet<string>;
  /** Those among them that may be ordinary words where a sentence begins. */
  readonly words: ReadonlySet<string>;
};

let known: GivenNames | undefined;

/** Made when it is first needed: most pages never ask. */
export function givenNames(): GivenNames {
  known ??= { names: setOf(names), words: setOf(words) };
  return known;
}

function setOf(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
