// The search page: looks up ?q=… in search-data.js, which book/_ext/book_search.py has written.
import MiniSearch from "minisearch";

const EXCERPT = 160;
const SHOWN = 40;
const FEW = 3; // with fewer places, those that have some of the words are shown, too
const LOOSE = 10;
const NUMBER = /^\((?:\d+|[iv]+)\)$/i; // of an equation
const FORMULA = /[∂∇⊙ᵀ=^']/;

// Only editions whose words change their endings bring a stemmer in search-data.js.
const stemmer = window.Stemmer && new window.Stemmer();
const inLowerCase = (word) => word.toLowerCase();
const stem = (word) => stemmer.stemWord(inLowerCase(word)); // for it ё is е
const SHORT = 3; // a stem of so few letters begins too many other words

const flat = (text) => text.replace(/\s/g, "");

// What one types for ∂L/∂W without a ∂ on the keyboard.
const withRoundD = (query) => query.replace(/(^|[^\p{L}])d(\p{L})\/d(\p{L})/gu, "$1∂$2/∂$3");

function makeIndex(sections) {
  const index = new MiniSearch({
    fields: ["heading", "page", "text", "name", "names"],
    storeFields: ["heading", "page", "text", "url", "kind", "names"],
    processTerm: stemmer ? stem : inLowerCase,
    // A name such as nnlib.FCLayer.forward_propagation is found whole and by its parts.
    tokenize: (text) => [...text.split(/[\s,;:()[\]{}"“”/·=+]+/u), ...text.split(/[^\p{L}\p{N}∂∇]+/u)].filter(Boolean),
    searchOptions: {
      boost: { name: 12, names: 12, heading: 4, page: 2 },
      combineWith: "AND",
      prefix: stemmer ? (term) => term.length > SHORT : true,
      fuzzy: (term) => (term.length > 5 ? 0.25 : false),
    },
  });
  index.addAll(sections.map((section, id) => ({ ...section, id })));
  return index;
}

// An exercise asks about what a section before it explains. A formula is looked for as it is typed.
function find(index, sections, query) {
  const typed = withRoundD(query);
  const all = (words) => ({ combineWith: "AND", queries: [words] });
  const results = index.search({ combineWith: "OR", queries: [all(query), all(typed)] });
  const formula = FORMULA.test(typed) ? flat(typed) : "";
  const place = (section) => (formula ? flat(section.text).indexOf(formula) : -1);
  if (formula) {
    const score = results[0]?.score ?? 1;
    const known = new Set(results.map(({ url }) => url));
    const further = sections.filter((section) => !known.has(section.url) && place(section) >= 0);
    results.push(...further.map((section) => ({ ...section, terms: [], score })));
  }
  const weight = (result) => {
    const factor = result.kind === "exercise" ? 0.4 : 1;
    if (place(result) < 0) return factor;
    return factor * (result.kind === "equation" ? 20 : 2) * (place(result) ? 1 : 2);
  };
  for (const result of results) result.score *= weight(result);
  const word = inLowerCase(query);
  const isIt = ({ names }) => Boolean(names?.some((name) => inLowerCase(name) === word));
  return results.sort((a, b) => isIt(b) - isIt(a) || b.score - a.score);
}

// Places that name an equation by its number, the equation first; range(7) and W^(7) name none.
function findNumber(index, sections, query) {
  const number = inLowerCase(query).replace(/[()]/g, "\\$&");
  const named = new RegExp(`(?:^|[^\\p{L}\\p{N}_^])${number}`, "iu");
  const isEquation = ({ kind, heading }) => kind === "equation" && named.test(heading);
  return find(index, sections, query)
    .filter(({ heading, text }) => named.test(`${heading} ${text}`))
    .map((result) => ({ ...result, terms: [query] }))
    .sort((a, b) => isEquation(b) - isEquation(a)); // the others stay as they are
}

// Places that have some of the words, if few have all of them.
function findLoosely(index, found, query) {
  if (found.length >= FEW) return [];
  const known = new Set(found.map(({ url }) => url));
  const results = index.search(query, { combineWith: "OR", prefix: false, fuzzy: false });
  return results.filter(({ url }) => !known.has(url)).slice(0, LOOSE);
}

// The forms of the stems that stand in a text, whole and the longest first, and names and formulas
// as they are; without a stemmer, the terms.
function asWritten(text, terms) {
  if (!stemmer) return terms;
  const found = new Set(terms);
  const forms = (inLowerCase(text).match(/\p{L}+/gu) ?? []).filter((word) => found.has(stem(word)));
  const names = terms.filter((term) => !/^\p{L}+[.!?…»]*$/u.test(term));
  return [...new Set([...forms, ...names])].sort((a, b) => b.length - a.length);
}

function excerpt(text, terms) {
  const lower = text.toLowerCase();
  const places = terms.map((term) => lower.indexOf(term)).filter((place) => place >= 0);
  const start = Math.max(0, (places.length ? Math.min(...places) : 0) - EXCERPT / 3);
  const from = start ? text.indexOf(" ", start) + 1 : 0;
  const piece = text.slice(from, from + EXCERPT);
  return `${from ? "… " : ""}${piece}${from + EXCERPT < text.length ? " …" : ""}`;
}

function mark(element, text, terms) {
  const found = terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).filter(Boolean);
  const pieces = found.length ? text.split(new RegExp(`(${found.join("|")})`, "giu")) : [text];
  pieces.forEach((piece, i) => {
    if (i % 2 === 0) return element.append(piece);
    const marked = document.createElement("mark");
    marked.textContent = piece;
    element.append(marked);
  });
  return element;
}

const status = document.querySelector("#search-status");
const words = JSON.parse(status.dataset.words);
const plural = new Intl.PluralRules(document.documentElement.lang);

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const places = (number) => fill(words.places[plural.select(number)], { number });

function inWords(found, loose, query) {
  if (!found.length) return fill(loose.length ? words.not_all : words.nothing, { query });
  const more = loose.length ? fill(words.more, { places: places(loose.length) }) : "";
  return fill(words.found, { places: places(found.length), query }) + more;
}

function show(found, loose, query) {
  const list = document.querySelector("#search-results");
  status.textContent = inWords(found, loose, query);
  list.replaceChildren(
    ...[...found.slice(0, SHOWN), ...loose].map(({ heading, page, text, url, terms }) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = url;
      link.textContent = heading;
      const place = document.createElement("span");
      place.className = "kind";
      place.textContent = page === heading ? "" : page;
      const written = asWritten(text, terms);
      item.append(link, place, mark(document.createElement("p"), excerpt(text, written), written));
      return item;
    }),
  );
}

const query = new URLSearchParams(location.search).get("q")?.trim() ?? "";
document.querySelector("#site-search-input").value = query;
if (query) {
  const index = makeIndex(window.searchData);
  const isNumber = NUMBER.test(query);
  const found = (isNumber ? findNumber : find)(index, window.searchData, query);
  show(found, isNumber ? [] : findLoosely(index, found, query), query);
}
