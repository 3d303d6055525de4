"""Words in the pictures of ``nnlib.plots``."""

# The English sentence, and below it the Russian one.
# fmt: off
SENTENCES: dict[str, str] = {
    "below a neuron: ∂L/∂b":
        "под нейроном: ∂L/∂b",
    "epoch":
        "эпоха",
    "f′, its slope":
        "f′, её наклон",
    "loss L":
        "потери L",
    "output":
        "выход",
    "target {name}":
        "целевое значение {name}",
    "weight":
        "вес",
    "what it is":
        "что это на самом деле",
    "what the network says":
        "что говорит сеть",
    "x, the input":
        "x, вход",
}
# fmt: on
