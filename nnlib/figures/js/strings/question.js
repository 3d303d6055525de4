export const strings = {
  en: {
    check: "Check",
    right: "✓ Right.",
    wrong: "✗ Not yet.",
    missing: "Choose or write an answer first.",
    before: "✓ You answered this correctly before.",
    beforeWrong: "✗ You tried this before; have another go.",
    number: "Your number",
    noNumber: "That is no number. Write it like 0.25 or −3.",
  },
  ru: {
    check: "Проверить",
    right: "✓ Верно.",
    wrong: "✗ Пока нет.",
    missing: "Сначала выберите или впишите ответ.",
    before: "✓ В прошлый раз вы ответили верно.",
    beforeWrong: "✗ Вы уже пробовали; попробуйте ещё раз.",
    number: "Ваше число",
    noNumber: "Это не число. Пишите, например, 0.25 или −3.",
  },
};
