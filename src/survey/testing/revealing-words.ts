/** What it is about, and what nobody but she should read in passing. */
export const wordsOfViolence: readonly string[] = [
  "våld",
  "misshand",
  "förövare",
  "kvinnofrid",
  "heder",
  "skyddat boende",
  "violence",
  "violent",
  "perpetrator",
  "abusive",
  "honour",
  "women's refuge",
  "عنف",
  "اعتداء",
  "ضحية",
  "مأوى",
];

/** With who asks it: nothing before the four digits, and nothing that stays in a browser, may hold any. */
export const revealingWords: readonly string[] = [
  ...wordsOfViolence,
  "socialtjänst",
  "handläggare",
  "social services",
  "case worker",
  "الخدمات الاجتماعية",
  "المسؤول عن ملفك",
];
