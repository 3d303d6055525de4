// The reader's language: that of the page around an element, if a table has it.
export function languageOf(element, table) {
  const asked = element.closest("[lang]")?.getAttribute("lang").slice(0, 2);
  return asked in table ? asked : "en";
}
