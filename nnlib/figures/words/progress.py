"""What Progress says."""

WORDS = {
    "en": {
        "title": "Your answers",
        "caption": "They are kept in this browser and nowhere else.",
        "alt": "There are {count} questions in this book.",
    },
    "ru": {
        "title": "Ваши ответы",
        "caption": "Они хранятся в этом браузере и больше нигде.",
        "alt": "Вопросов в этой книге: {count}.",
    },
}
