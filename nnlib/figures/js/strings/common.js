// Words that several figures share; each figure's own strings lie beside this file.
export const common = {
  en: {
    reset: "Reset",
    resetHint: "Back to the chapter's numbers",
    numbersFrom: (low, high) => `Numbers from ${low} to ${high}`,
  },
};
