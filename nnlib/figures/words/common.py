"""Words that all figures share."""

WORDS = {
    "en": {
        "link": "Link to this state",
        "answer": "Answer",
        "number": "Your number",
        "no_script": "Here you see a still picture; the figure comes alive where JavaScript "
        "may run.",
    },
    "ru": {
        "link": "Ссылка на это состояние",
        "answer": "Ответ",
        "number": "Ваше число",
        "no_script": "Это неподвижный снимок; рисунок оживает там, где разрешён JavaScript.",
    },
}
