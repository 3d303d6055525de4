// The language of the place where an element stands.
export const languageOf = (element) => element.closest("[lang]")?.lang.slice(0, 2) ?? "en";

// The words of tables { en: {…}, ru: {…} } in a language, in English where a table has none. The later table wins.
export const wordsIn = (language, ...tables) =>
  Object.assign({}, ...tables.map((table) => ({ ...table.en, ...table[language] })));
