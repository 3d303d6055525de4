"""Words that all figures share."""

WORDS = {
    "en": {
        "link": "Link to this state",
        "answer": "Answer",
        "no_script": "Here you see a still picture; the figure comes alive where JavaScript "
        "may run.",
    },
}
