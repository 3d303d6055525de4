// Words that several figures share; each figure's own strings lie beside this file.
export const common = {
  en: {
    reset: "Reset",
    resetHint: "Back to the chapter's numbers",
    numbersFrom: (low, high) => `Numbers from ${low} to ${high}`,
    linked: "The link is in the address bar",
    notStarted: (reason) => `The live figure could not start (${reason}); the picture shows its state.`,
  },
  ru: {
    reset: "Сбросить",
    resetHint: "Вернуть числа из главы",
    numbersFrom: (low, high) => `Числа от ${low} до ${high}`,
    linked: "Ссылка — в адресной строке",
    notStarted: (reason) => `Живой рисунок не запустился (${reason}); выше — его снимок.`,
  },
};
