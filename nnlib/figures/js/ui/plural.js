// The form of a word that belongs to a number:
//   plural("en", n, { one: "weight", other: "weights" })
//   plural("ru", n, { one: "вес", few: "веса", many: "весов" })
export const plural = (language, n, forms) => forms[new Intl.PluralRules(language).select(n)];
