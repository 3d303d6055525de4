"""What ``print`` shows of a network and of a gradient check."""

# The English sentence, and below it the Russian one.
# fmt: off
SENTENCES: dict[str, str] = {
    # nnlib/gradient_result.py
    "a relative error is above {limit}":
        "есть относительная ошибка больше {limit}",
    "but arrays of zeros prove nothing: try random weights":
        "но нули ничего не доказывают: попробуйте случайные веса",
    "every gradient is zero":
        "все градиенты равны нулю",
    "every relative error is below {limit}":
        "все относительные ошибки меньше {limit}",
    "failed":
        "не пройдена",
    "move the inputs away from the kink":
        "отодвиньте входы от излома",
    "near a kink: {kink}":
        "рядом с изломом: {kink}",
    "nothing checked":
        "проверять нечего",
    "passed":
        "пройдена",
    "shape {given}; expected {expected}":
        "размер {given}; ожидается {expected}",
    "undecided":
        "неясно",
    "verdict: {verdict}":
        "проверка: {verdict}",
    "{name}: agrees":
        "{name}: совпадает",
    "{name}: agrees, but all are zero":
        "{name}: совпадает, но везде нули",
    "{name}: differs":
        "{name}: расходится",
    "{name}: differs, error {error}":
        "{name}: расходится, ошибка {error}",
    # nnlib/summary.py
    "layer":
        "слой",
    "learns":
        "параметров",
    "parameters":
        "всего параметров",
}
# fmt: on
