"""What the checks of ``nnlib.exercises`` say to any answer."""

# The English sentence, and below it the Russian one.
# fmt: off
SENTENCES: dict[str, str] = {
    # nnlib/exercises/checking.py, verdict.py
    "Did you mean {name!r}?":
        "Может быть, {name!r}?",
    "For example, with":
        "Например, если",
    "It also prints: take that out when you are done.":
        "Ещё функция что-то печатает: уберите это, когда закончите.",
    "There is no exercise of this name.":
        "Упражнения с таким именем нет.",
    "an empty array of shape {shape}":
        "пустой массив размера {shape}",
    "it should be":
        "должно быть",
    "passed, in all {count} examples.":
        "верно во всех примерах (всего их {count}).",
    "your answer is":
        "ваш ответ",
    # accepting.py
    "The check was given {count} answers. Call it like this: {call}.":
        "Проверке передано ответов: {count}. Вызовите её так: {call}.",
    "This is {name} of nnlib, not what you wrote. Give your own: {call}.":
        "Это {name} из nnlib, а не то, что написали вы. Передайте своё: {call}.",
    "You gave a layer. Give the class that it is made from: {call}.":
        "Вы передали слой. Передайте класс, из которого он сделан: {call}.",
    "You gave a {type}, no function. Give the function itself, without calling it: {call}.":
        "Вы передали {type}, а не функцию. Передайте саму функцию, не вызывая её: {call}.",
    "{message} Is {near} spelled right?":
        "{message} Нет ли ошибки в имени {near}?",
    "{name} has no {method} of its own, so that of {owner} would be used.":
        "В {name} нет своего {method}, поэтому был бы взят метод из {owner}.",
    "{name} is no class derived from Layer.":
        "{name} — не класс, производный от Layer.",
    "{name} lacks a method that every Layer has to have: {lacking}.":
        "В {name} нет метода, который должен быть у каждого Layer: {lacking}.",
    "{name} takes {signature}. It should take ({expected}).":
        "{name} принимает {signature}. Нужно принимать ({expected}).",
    # comparing.py: what follows "The result"
    "a {type}":
        "объект типа {type}",
    "a {type} of {count}":
        "{type} с числом элементов {count}",
    "an array of shape {shape}":
        "массив размера {shape}",
    "an array of {dtype}":
        "массив типа {dtype}",
    "an {type}":
        "объект типа {type}",
    "has shape {given}; expected {expected}":
        "имеет размер {given}; ожидается {expected}",
    "has shape {given}; expected {expected}, rows and columns are swapped":
        "имеет размер {given}; ожидается {expected}, строки и столбцы поменялись местами",
    "is {kind}; expected True or False":
        "— это {kind}; ожидается True или False",
    "is {kind}; expected an array of shape {shape}":
        "— это {kind}; ожидается массив размера {shape}",
    "is {kind}; expected one number":
        "— это {kind}; ожидается одно число",
    "the number {value:.5g}":
        "число {value:.5g}",
    # diagnosing.py
    "It is right for one row and wrong for more. {message}":
        "Для одной строки всё верно, для нескольких — нет. {message}",
    "The result does not depend on {name}: it stays the same for another one.":
        "Результат не зависит от {name}: с другим значением он тот же.",
    "The result {problem}.":
        "Результат {problem}.",
    # judging.py, unfilled.py
    "It changes {name} in place: after the call, {name} is no longer what the caller passed in. "
    "Make a new array.":
        "{name} меняется на месте: после вызова {name} уже не то, что передали. Создайте новый "
        "массив.",
    "It changes {name} in place: after the call, {name} is no longer what the caller passed in. "
    "Make a new list.":
        "{name} меняется на месте: после вызова {name} уже не то, что передали. Создайте новый "
        "список.",
    "It is not filled in yet. Put your code in the place of the dots.":
        "Здесь пока пусто. Напишите свой код вместо точек.",
    "It prints its result. Return it instead, with return.":
        "Результат печатается. Лучше верните его с помощью return.",
    "It returns nothing. Let it end with return and the result.":
        "Ничего не возвращается. Напишите в конце return и результат.",
    "It should return {count} values, in this order: {names}.":
        "Нужно вернуть значений: {count}, в таком порядке: {names}.",
    "The result cannot be compared. {message}":
        "Результат не удаётся сравнить. {message}",
    "{name} is not filled in yet. Put your code in the place of the dots.":
        "{name}: здесь пока пусто. Напишите свой код вместо точек.",
    # numbers.py
    "A factor is wrong, and it depends on the shape: here every number is {factor:.4g} times what "
    "it should be. Look at what you divide or multiply by.":
        "Множитель неверен, и он зависит от размера: здесь каждое число равно нужному, "
        "умноженному на {factor:.4g}. Посмотрите, на что вы делите или умножаете.",
    "A factor is wrong: every number is {factor:.4g} times what it should be.":
        "Множитель неверен: каждое число равно нужному, умноженному на {factor:.4g}.",
    "It says {given} where it should say {expected}.":
        "Ответ {given}, а должно быть {expected}.",
    "The number is not right.":
        "Число неверное.",
    "The result holds numbers that are not finite. Look for a division by zero.":
        "В результате есть бесконечные числа или NaN. Поищите деление на ноль.",
    "The result is transposed: rows and columns are swapped.":
        "Результат транспонирован: строки и столбцы поменялись местами.",
    "The shape is right, the numbers are not.":
        "Размер верный, а числа нет.",
    "The sign is wrong: every number is the negative of what it should be.":
        "Знак неверный: каждое число противоположно нужному.",
    "{wrong} of {all} numbers are wrong, the first at {where}.":
        "Неверных чисел: {wrong} из {all}, первое на месте {where}.",
    # running.py
    "It calls itself without end.":
        "Функция без конца вызывает саму себя.",
    "It is not written yet: it raises NotImplementedError. Put your code there.":
        "Это ещё не написано: возникает NotImplementedError. Напишите там свой код.",
    "It raises {error} (in line {number} of your code).":
        "Возникает {error} (строка {number} вашего кода).",
    "It raises {error} (in line {number} of your code, {line}).":
        "Возникает {error} (строка {number} вашего кода, {line}).",
    "It raises {error}.":
        "Возникает {error}.",
    "It stops Python with exit(). Return the result instead.":
        "Функция останавливает Python через exit(). Лучше верните результат.",
    "It was still running after {seconds:g} seconds. Look for a loop whose end never comes.":
        "За {seconds:g} с функция так и не закончила работу. Поищите цикл, который никогда не "
        "кончается.",
}
# fmt: on
