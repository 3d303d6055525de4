export const strings = {
  en: {
    chapter: "Chapter",
    answered: "Right",
    tried: "Tried, not yet right",
    open: "Open",
    total: "All",
    clear: "Clear my answers",
    cleared: "Your answers are cleared.",
    state: (right, all) => `${right} of ${all} questions are answered correctly in this browser.`,
  },
  ru: {
    chapter: "Глава",
    answered: "Верно",
    tried: "Пока неверно",
    open: "Без ответа",
    total: "Все",
    clear: "Стереть мои ответы",
    cleared: "Ваши ответы стёрты.",
    state: (right, all) => `Верных ответов в этом браузере: ${right} из ${all}.`,
  },
};
