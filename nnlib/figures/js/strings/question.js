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
};
