"""What each exercise says about its typical mistakes; what several say stands at the first."""

# The English sentence, and below it the Russian one.
# fmt: off
SENTENCES: dict[str, str] = {
    # neuron
    "This is tanh of the sum. The exercise asks for the sum itself, before the bend.":
        "Это tanh от суммы. В задании нужна сама сумма, до изгиба.",
    "The bias is missing.":
        "Смещение пропущено.",
    "The bias has the wrong sign: it is added.":
        "У смещения неверный знак: его прибавляют.",
    "The bias is added once for every input. It belongs outside the sum, once.":
        "Смещение прибавляется для каждого входа. Оно стоит вне суммы и прибавляется один раз.",
    "Only the last input counts. Each round of the loop has to add to the total, not replace it.":
        "Учитывается только последний вход. Каждый шаг цикла должен прибавлять к сумме, а не "
        "заменять её.",
    "Only the first input counts. Does the function return inside the loop?":
        "Учитывается только первый вход. Не стоит ли return внутри цикла?",
    "The first input is left out. Python counts from 0.":
        "Первый вход пропущен. Python считает с 0.",
    "The last input is left out. range(n) ends at n - 1 by itself.":
        "Последний вход пропущен. range(n) и так заканчивается на n - 1.",
    "The weights and the inputs are added where they have to be multiplied.":
        "Веса и входы складываются, а их нужно перемножать.",
    "The inputs are added without their weights.":
        "Входы складываются без весов.",
    # layer-by-sums
    "This is tanh of the sums. The exercise asks for the sums themselves, before the bend.":
        "Это tanh от сумм. В задании нужны сами суммы, до изгиба.",
    "The biases are missing.":
        "Смещения пропущены.",
    "The bias is added once for every input. It belongs outside the inner sum.":
        "Смещение прибавляется для каждого входа. Оно стоит вне внутренней суммы.",
    "The indices of the weight are swapped: w_ij joins input i to output j, so i is its row and j "
    "its column.":
        "Индексы веса перепутаны: w_ij соединяет вход i с выходом j, поэтому i — строка, а j — "
        "столбец.",
    "The sum goes on from one output to the next. It has to start anew for each j.":
        "Сумма продолжается от одного выхода к следующему. Для каждого j её нужно начинать заново.",
    "Every output gets the first bias. Output j has its own bias b_j.":
        "Каждый выход получает первое смещение. У выхода j своё смещение b_j.",
    "There is one output for each input. A layer has one for each column of W.":
        "Выходов столько же, сколько входов. А у слоя их столько, сколько столбцов в W.",
    # fc-forward
    "The bias reaches only the first row. B is used again in every row.":
        "Смещение попадает только в первую строку. B нужно прибавить в каждой строке.",
    "A transpose too many: with X in rows and w_ij from i to j, W is used as it is.":
        "Лишнее транспонирование: образцы стоят в строках X, а w_ij ведёт от i к j, поэтому W "
        "берут как есть.",
    "The result is transposed: one sample stands in each row.":
        "Результат транспонирован: каждый образец занимает строку.",
    "The two factors are in the wrong order: X stands on the left of W.":
        "Множители стоят не в том порядке: X стоит слева от W.",
    "* multiplies entry by entry. A matrix product is needed, which sums over the inputs.":
        "* умножает поэлементно. А нужно матричное произведение: оно суммирует по входам.",
    "The rows are added up. Each sample keeps a row of its own.":
        "Строки сложены. У каждого образца остаётся своя строка.",
    "Only the first row is used. Every row of X is a sample.":
        "Используется только первая строка. Каждая строка X — это образец.",
    "The bias is added to the input. It belongs to the output.":
        "Смещение прибавлено к входу. Его место — в выходе.",
    # parameter-count
    "These are the weights only. A layer learns its biases as well.":
        "Это только веса. Слой обучает и смещения.",
    "The biases are counted by the inputs. Each output has one.":
        "Смещения сосчитаны по входам. Они есть у выходов, по одному у каждого.",
    "These are too few weights: every input is joined to every output.":
        "Весов слишком мало: каждый вход соединён с каждым выходом.",
    "Only one bias is counted. Each output has one.":
        "Сосчитано только одно смещение. Они есть у каждого выхода.",
    "These are too many biases: outputs have one each, inputs have none.":
        "Смещений слишком много: у каждого выхода одно, у входов их нет.",
    "Every weight has been given a bias. A bias belongs to an output, not to an edge.":
        "Смещение досталось каждому весу. Но смещение есть у выхода, а не у связи.",
    # predict
    "Every layer is given X itself. The output of each layer is the input of the next.":
        "Каждый слой получает сам X. Но выход каждого слоя — это вход следующего.",
    "The layers run in the wrong order. Forward means first to last.":
        "Слои идут не в том порядке. Прямой проход идёт от первого к последнему.",
    "Only the first layer runs. Does the function return inside the loop?":
        "Работает только первый слой. Не стоит ли return внутри цикла?",
    "The last layer is left out.":
        "Последний слой пропущен.",
    "The first layer is left out.":
        "Первый слой пропущен.",
    "The input comes out unchanged. Is the output of each layer kept in a variable that the next "
    "round uses?":
        "Вход выходит без изменений. Сохраняется ли выход слоя в переменной, которую берёт "
        "следующий шаг цикла?",
    "All outputs are returned. Only the last one is the network's.":
        "Возвращаются все выходы. Но выход сети — только последний.",
    "Only two layers run. The list may have any length.":
        "Работают только два слоя. Список может быть любой длины.",
    "Only the first sample is used. X may have several rows.":
        "Используется только первый образец. В X может быть несколько строк.",
    # scale-layer
    "the output":
        "выход",
    "The output is the input: the factor is not used.":
        "Выход равен входу: множитель не используется.",
    "The factor is added. Scaling multiplies.":
        "Множитель прибавлен. А на него умножают.",
    "The input is divided by the factor.":
        "Вход делится на множитель.",
    "Every layer multiplies by the same number. Use the factor that this layer was made with.":
        "Любой слой умножает на одно и то же число. Возьмите множитель, с которым создан этот "
        "слой.",
    "The layer does not remember its input. The backward pass will need it.":
        "Слой не запоминает вход. Он понадобится для обратного прохода.",
    "The layer remembers its output instead of its input.":
        "Слой запоминает выход вместо входа.",
    # mse
    "This is the sum of the squares. The mean divides it by the number of entries.":
        "Это сумма квадратов. Среднее получится, если разделить её на число элементов.",
    "The errors are not squared, so that positive and negative ones cancel.":
        "Ошибки не возведены в квадрат, поэтому положительные и отрицательные гасят друг друга.",
    "This is the mean of the absolute errors. MSE squares them.":
        "Это среднее модулей ошибок. MSE возводит ошибки в квадрат.",
    "This is the root of the mean squared error. MSE takes no root.":
        "Это корень из среднеквадратичной ошибки. В MSE корня нет.",
    "A factor is wrong: this is half of it. Equation (6) has no ½.":
        "Множитель неверен: это половина. В формуле (6) нет ½.",
    "The sum is divided by the number of columns only. The mean runs over all entries, those of "
    "every row.":
        "Сумма делится только на число столбцов. Среднее берётся по всем элементам всех строк.",
    "The sum is divided by the number of rows only. The mean runs over all entries.":
        "Сумма делится только на число строк. Среднее берётся по всем элементам.",
    "This is one number for each row. The loss is one number for all of them.":
        "Это по числу на каждую строку. Функция потерь даёт одно число на все строки.",
    "This is one number for each column. The loss is one number for all of them.":
        "Это по числу на каждый столбец. Функция потерь даёт одно число на все столбцы.",
    "These are the squares, one for each entry. The loss is their mean, one number.":
        "Это квадраты, по одному на каждый элемент. Функция потерь — их среднее, одно число.",
    "The mean is squared. Square each error first, then take the mean.":
        "В квадрат возведено среднее. Сначала возведите в квадрат каждую ошибку, потом берите "
        "среднее.",
    # mse-prime
    "The sign is wrong. Where y is too large, making it larger makes the loss larger: the slope "
    "is positive there.":
        "Знак неверный. Где y слишком велик, с его ростом растут и потери: наклон там "
        "положительный.",
    "A factor is wrong: the 2 that comes from the square is missing.":
        "Множитель неверен: пропущена двойка, которая появляется от квадрата.",
    "A factor is wrong: the mean divides by the number of entries, so its slope does.":
        "Множитель неверен: среднее делит на число элементов, значит, делит и его наклон.",
    "Two factors are wrong: the 2 from the square and the division by the number of entries are "
    "missing.":
        "Неверны два множителя: пропущены двойка от квадрата и деление на число элементов.",
    "A factor is wrong: you divide by the number of columns, but the mean runs over the entries "
    "of all rows.":
        "Множитель неверен: вы делите на число столбцов, а среднее берётся по элементам всех "
        "строк.",
    "A factor is wrong: you divide by the number of rows, but the mean runs over all entries.":
        "Множитель неверен: вы делите на число строк, а среднее берётся по всем элементам.",
    "The slopes are averaged into one number. Every entry of y has its own slope.":
        "Наклоны усреднены в одно число. У каждого элемента y свой наклон.",
    "The error is still squared. The slope of a square is not a square.":
        "Ошибка всё ещё в квадрате. Но наклон квадрата — не квадрат.",
    "The sign is lost: an absolute value makes every slope positive.":
        "Знак потерян: из-за модуля все наклоны положительны.",
    # descent-step
    "The sign is wrong: this step goes uphill.":
        "Знак неверный: этот шаг ведёт вверх.",
    "The learning rate is missing: the whole gradient is subtracted.":
        "Скорость обучения пропущена: вычитается весь градиент.",
    "This is the step alone. Take it away from the weights.":
        "Это только шаг. Вычтите его из весов.",
    "This is the step alone. Add it to the weights.":
        "Это только шаг. Прибавьте его к весам.",
    "The step depends on the weight itself. Only the gradient and α make it.":
        "Шаг зависит от самого веса. Его определяют только градиент и α.",
    "Only the sign of the gradient is used. A steeper slope makes a larger step.":
        "Используется только знак градиента. Чем круче наклон, тем больше шаг.",
    "The gradient is divided by α. A smaller α has to make a smaller step.":
        "Градиент делится на α. Чем меньше α, тем меньше должен быть шаг.",
    "Gradient and weights have changed places.":
        "Градиент и веса поменялись местами.",
    # descent-loop
    "The slope is taken at the start only. It changes along the way: take it anew before each "
    "step.":
        "Наклон взят только в начале. По пути он меняется: вычисляйте его заново перед каждым "
        "шагом.",
    "The start is missing from the path.":
        "В пути не хватает начала.",
    "One step is missing: with the start, the path has one value more than steps.":
        "Не хватает шага: вместе с началом значений в пути на одно больше, чем шагов.",
    "The sign is wrong: these steps go uphill.":
        "Знак неверный: эти шаги ведут вверх.",
    "The learning rate is missing.":
        "Скорость обучения пропущена.",
    "Only the last value is returned. Return the whole path, the start first.":
        "Возвращается только последнее значение. Верните весь путь с самого начала.",
    "The weight never changes. Does the new value replace the old one?":
        "Вес не меняется. Заменяет ли новое значение старое?",
    "Only one step is taken. Does the new value replace the old one in each round?":
        "Сделан только один шаг. Заменяет ли новое значение старое на каждом шаге цикла?",
    "There is a step too many.":
        "Один шаг лишний.",
    # chain-backward
    "the parameters after the step":
        "параметры после шага",
    "The layers run in the wrong order. Backward means last to first.":
        "Слои идут не в том порядке. Обратный проход идёт от последнего к первому.",
    "Every layer is given the gradient of the network's output. What one layer returns is what "
    "the layer before it needs.":
        "Каждый слой получает градиент выхода сети. Но то, что вернул слой, нужно слою перед ним.",
    "Only the last layer runs. Does the function return inside the loop?":
        "Работает только последний слой. Не стоит ли return внутри цикла?",
    "The first layer is left out. It has weights to learn, and ∂L/∂X comes from it.":
        "Первый слой пропущен. У него есть веса для обучения, и ∂L/∂X даёт именно он.",
    "The gradient comes out unchanged. Is what each layer returns kept in a variable that the "
    "next round uses?":
        "Градиент выходит без изменений. Сохраняется ли то, что вернул слой, в переменной, "
        "которую берёт следующий шаг цикла?",
    "The layers run forward. The way back uses backward_propagation.":
        "Слои работают вперёд. Для пути назад нужен backward_propagation.",
    "The parameters stay as they were. Give each layer the learning rate α.":
        "Параметры остались прежними. Передайте каждому слою скорость обучения α.",
    "The parameters move the wrong way: the sign of α is wrong.":
        "Параметры сдвигаются не в ту сторону: у α неверный знак.",
    # numerical-gradient
    "The entries are nudged one way only. A central difference nudges up and down.":
        "Элементы сдвигаются только в одну сторону. Центральная разность сдвигает и вверх, и вниз.",
    "A factor is wrong: from h below to h above is a way of 2h.":
        "Множитель неверен: от точки на h ниже до точки на h выше — путь 2h.",
    "The differences are not divided by the way between the two points.":
        "Разности не разделены на расстояние между двумя точками.",
    "The sign is wrong: below is taken minus above.":
        "Знак неверный: из нижнего значения вычитается верхнее.",
    "All entries are nudged at once. Nudge one and hold the others still.":
        "Все элементы сдвигаются сразу. Сдвигайте один, а остальные не трогайте.",
    "An entry stays nudged while the next one is. Put it back, or begin with a fresh copy each "
    "time.":
        "Элемент остаётся сдвинутым, когда сдвигается следующий. Верните его на место или каждый "
        "раз начинайте с новой копии.",
    "The nudge is not the h that was given.":
        "Сдвиг не равен переданному h.",
    # fc-backward, bias-gradient
    "The numbers are right, but the shape is (m,). B has shape (1, m), so its gradient has too: "
    "keep the dimension.":
        "Числа верные, но размер (m,). У B размер (1, m), значит, и у градиента такой же: "
        "сохраните измерение.",
    "The sum over the rows is missing: every sample adds its share to the gradient of B.":
        "Нет суммы по строкам: каждый образец вносит свою долю в градиент B.",
    "∂L/∂X lacks a transpose: the sum runs over the outputs, along a row of W.":
        "В ∂L/∂X не хватает транспонирования: сумма идёт по выходам, вдоль строки W.",
    "∂L/∂X is transposed: it has a row for each sample, as X has.":
        "∂L/∂X транспонирован: каждому образцу, как и в X, отвечает строка.",
    "∂L/∂X is divided by W or uses an inverse. Going back is no undoing: add up what each output "
    "passes on to the input.":
        "В ∂L/∂X есть деление на W или обратная матрица. Идти назад — не значит отменять: сложите "
        "то, что каждый выход передаёт входу.",
    "∂L/∂W is transposed: it has a row for each input, as W has.":
        "∂L/∂W транспонирован: каждому входу, как и в W, отвечает строка.",
    "∂L/∂W lacks a transpose: the sum runs over the samples, along a column of X.":
        "В ∂L/∂W не хватает транспонирования: сумма идёт по образцам, вдоль столбца X.",
    "∂L/∂W: the transpose is on the wrong factor.":
        "∂L/∂W: транспонирован не тот множитель.",
    "∂L/∂W is averaged over the rows. The samples' shares add up: the mean is in the loss already.":
        "∂L/∂W усреднён по строкам. Доли образцов складываются: среднее уже есть в функции потерь.",
    "∂L/∂W has a wrong sign.":
        "У ∂L/∂W неверный знак.",
    "∂L/∂X has a wrong sign.":
        "У ∂L/∂X неверный знак.",
    "The gradient of B is averaged over the rows. The samples' shares add up: the mean is in the "
    "loss already.":
        "Градиент B усреднён по строкам. Доли образцов складываются: среднее уже есть в функции "
        "потерь.",
    "The sum runs along the wrong axis: add over the samples, not over the outputs.":
        "Сумма идёт не по той оси: складывайте по образцам, а не по выходам.",
    "Everything is added up to one number. Each output has a bias with a gradient of its own.":
        "Всё сложено в одно число. У каждого выхода своё смещение со своим градиентом.",
    "Only the first row counts. Every sample adds its share.":
        "Учитывается только первая строка. Свою долю вносит каждый образец.",
    "The gradient of B has a wrong sign.":
        "У градиента B неверный знак.",
    "The gradient of B does not depend on ∂L/∂Y.":
        "Градиент B не зависит от ∂L/∂Y.",
    # fc-layer-backward
    "W after the step":
        "W после шага",
    "B after the step":
        "B после шага",
    "∂L/∂X is computed with weights that are updated already. It needs those of the forward pass.":
        "∂L/∂X вычислен с уже обновлёнными весами. Нужны веса прямого прохода.",
    "W is not updated.":
        "W не обновляется.",
    "W moves uphill: a sign is wrong.":
        "W сдвигается вверх по склону: неверный знак.",
    "The learning rate α is missing in the step of W.":
        "В шаге для W пропущена скорость обучения α.",
    "B is not updated.":
        "B не обновляется.",
    "B moves uphill: a sign is wrong.":
        "B сдвигается вверх по склону: неверный знак.",
    "The learning rate α is missing in the step of B.":
        "В шаге для B пропущена скорость обучения α.",
    # gradient-check
    "It accepts every gradient. A check that cannot fail checks nothing.":
        "Проходит любой градиент. Проверка, которая не может не пройти, ничего не проверяет.",
    "It rejects every gradient, right ones too.":
        "Не проходит ни один градиент, даже верный.",
    "It asks for equal numbers. Rounding makes right gradients differ in the last digits.":
        "Числа сравниваются на точное равенство. Из-за округления и верные градиенты расходятся в "
        "последних знаках.",
    "It looks at the absolute error. That is small for small gradients even if they are wrong, "
    "and large for large ones even if they are right: relate it to their size.":
        "Сравнивается абсолютная ошибка. У малых градиентов она мала, даже если они неверны, а у "
        "больших велика, даже если они верны: соотнесите её с их величиной.",
    "An absolute value is missing: a negative difference passes, however large it is.":
        "Не хватает модуля: отрицательная разность проходит, как бы велика она ни была.",
    "One right entry is enough for it. All entries have to agree.":
        "Здесь хватает одного верного элемента. Совпадать должны все.",
    "It compares sums, in which wrong entries can cancel. Compare entry by entry.":
        "Сравниваются суммы, а в них неверные элементы могут погасить друг друга. Сравнивайте "
        "поэлементно.",
    "It looks at the first entry only.":
        "Проверяется только первый элемент.",
    "It looks at the mean error, in which one wrong entry drowns. Look at the largest.":
        "Проверяется средняя ошибка, а в ней один неверный элемент тонет. Возьмите наибольшую.",
    "Where both gradients are zero it divides 0 by 0, and rejects what agrees.":
        "Где оба градиента равны нулю, 0 делится на 0, и совпадающее не проходит.",
    # activation-backward
    "f′ is taken of the output f(X). The slope is wanted at the input X.":
        "f′ взята от выхода f(X). А наклон нужен в точке входа X.",
    "The factor f′ is missing: the gradient comes out as it came in.":
        "Пропущен множитель f′: градиент вышел таким же, каким вошёл.",
    "∂L/∂Y is missing: this is the slope of f alone.":
        "Пропущен ∂L/∂Y: это наклон одной только f.",
    "f′ is taken of the gradient. The slope is wanted at the input X.":
        "f′ взята от градиента. А наклон нужен в точке входа X.",
    "f is used in the place of its derivative.":
        "Вместо производной взята сама f.",
    "@ is a matrix product. Each number goes through f alone, so each gradient meets one slope "
    "only: entry by entry.":
        "@ — это матричное произведение. Каждое число проходит через f отдельно, поэтому каждый "
        "градиент умножается только на один наклон: поэлементно.",
    "The gradient is divided by the slope. The chain rule multiplies.":
        "Градиент делится на наклон. По цепному правилу умножают.",
    "The two factors are added. The chain rule multiplies.":
        "Множители складываются. По цепному правилу их перемножают.",
    "The input itself is a factor. Only its slope f′(X) is.":
        "Множителем взят и сам вход. Нужен только наклон f′(X).",
    "The rows are added up. Each sample keeps a gradient of its own.":
        "Строки сложены. У каждого образца остаётся свой градиент.",
    # leaky-relu
    "This is plain ReLU: below zero nothing is left. Leaky ReLU lets a little through.":
        "Это обычная ReLU: ниже нуля не остаётся ничего. Leaky ReLU немного пропускает.",
    "The leak is 0.01, not 0.1.":
        "Утечка равна 0.01, а не 0.1.",
    "Below zero it is 0.01 whatever x is. The line goes on through zero: 0.01 x.":
        "Ниже нуля получается 0.01 при любом x. Прямая идёт дальше через ноль: 0.01 x.",
    "Negative inputs come out positive.":
        "Отрицательные входы становятся положительными.",
    "The two sides have changed places.":
        "Две стороны поменялись местами.",
    "The derivative is that of plain ReLU: below zero the slope is not 0.":
        "Это производная обычной ReLU: ниже нуля наклон не равен 0.",
    "The derivative returns the function's values. It should return slopes.":
        "Производная возвращает значения самой функции. А нужны наклоны.",
    "The derivative still has x in it. The slope of a straight line is one number.":
        "В производной остался x. Наклон прямой — это одно число.",
    "The derivative is 1 everywhere. Below zero the line is flatter.":
        "Производная везде равна 1. Ниже нуля прямая более пологая.",
    "The sign of the derivative is wrong below zero: leaky ReLU rises there too.":
        "Ниже нуля у производной неверный знак: leaky ReLU и там растёт.",
    "The two sides of the derivative have changed places.":
        "Две стороны производной поменялись местами.",
    # scale-layer-backward
    "The gradient comes out as it came in: the factor is missing.":
        "Градиент вышел таким же, каким вошёл: пропущен множитель.",
    "The gradient is divided by the factor. Going back is no undoing: the chain rule multiplies "
    "by the slope.":
        "Градиент делится на множитель. Идти назад — не значит отменять: по цепному правилу "
        "умножают на наклон.",
    "The output comes back instead of a gradient.":
        "Вместо градиента возвращается выход.",
    "The input is a factor. The slope of factor · x has no x in it.":
        "Множителем взят вход. В наклоне factor · x нет x.",
    "∂L/∂Y is missing: this is the slope of the layer alone.":
        "Пропущен ∂L/∂Y: это наклон одного только слоя.",
    "The learning rate is a factor. It belongs to a step, and here is no parameter.":
        "Множителем взята скорость обучения. Она нужна для шага, а здесь нет параметров.",
    # training-loop
    "the losses":
        "значения функции потерь",
    "the parameters after training":
        "параметры после обучения",
    "The weights never change: the backward pass is missing.":
        "Веса не меняются: нет обратного прохода.",
    "All samples make one step together. Here each sample makes a step of its own.":
        "Все образцы делают один общий шаг. Здесь каждый образец делает свой шаг.",
    "Only the first sample is used. An epoch goes through all of them.":
        "Используется только первый образец. Эпоха проходит по всем.",
    "The steps go uphill: a sign is wrong, or output and target have changed places.":
        "Шаги ведут вверх: неверный знак, или выход и целевое значение поменялись местами.",
    "The error itself goes back. The way back starts with the gradient of the loss.":
        "Назад идёт сама ошибка. Путь назад начинается с градиента функции потерь.",
    "There is one epoch only.":
        "Эпоха только одна.",
    "The samples come in another order than they stand in.":
        "Образцы идут не в том порядке, в каком стоят.",
    "The loss is taken after the step. Take it from the output that the step starts from.":
        "Потери вычислены после шага. Вычислите их по выходу, с которого шаг начинается.",
    "The losses of an epoch are added up. Return their mean.":
        "Потери за эпоху сложены. Верните их среднее.",
    "Only one loss is returned. Return one for each epoch.":
        "Возвращается только одно значение потерь. Верните по одному за каждую эпоху.",
    # xor-accuracy
    "It asks for equal numbers. An output is right if it is on the target's side of ½.":
        "Числа сравниваются на равенство. Выход верен, если он по ту же сторону от ½, что и "
        "целевое значение.",
    "The border is at 0. Between the targets 0 and 1 it is at ½.":
        "Граница стоит на 0. Между целевыми значениями 0 и 1 она проходит на ½.",
    "This is how many are right. Return their share, from 0 to 1.":
        "Это число верных ответов. Верните их долю, от 0 до 1.",
    "This is the percentage. Return the share, from 0 to 1.":
        "Это проценты. Верните долю, от 0 до 1.",
    "This is the share of wrong answers. Return that of right ones.":
        "Это доля неверных ответов. Верните долю верных.",
    "These are verdicts on single samples. Return the share of right ones.":
        "Это вердикты по отдельным образцам. Верните долю верных ответов.",
    "It counts outputs above ½, whatever the target is.":
        "Считаются выходы больше ½ при любом целевом значении.",
    # one-hot
    "The 1 stands one column too far left. Label 0 belongs to column 0.":
        "Единица стоит на столбец левее, чем нужно. Метке 0 отвечает столбец 0.",
    "The 1 stands one column too far right. Label 0 belongs to column 0.":
        "Единица стоит на столбец правее, чем нужно. Метке 0 отвечает столбец 0.",
    "The result is transposed: each sample has a row.":
        "Результат транспонирован: каждому образцу отвечает строка.",
    "The number of columns comes from the labels at hand. A class that is absent has a column "
    "too: there are n_classes.":
        "Число столбцов взято из имеющихся меток. Столбец есть и у класса, которого среди них "
        "нет: всего их n_classes.",
    "The label itself is written down. Write 1 in its column.":
        "Записана сама метка. Поставьте 1 в её столбец.",
    "Everything is 0: the ones are missing.":
        "Везде 0: единиц не хватает.",
    "The other columns hold -1. They should hold 0.":
        "В остальных столбцах стоит -1. Там должен быть 0.",
    "Ones and zeros have changed places.":
        "Единицы и нули поменялись местами.",
    "Every row has a 1 in the column of every label. Each row has one 1, that of its own label.":
        "В каждой строке стоят единицы всех меток. В строке одна единица, в столбце её "
        "собственной метки.",
    "All labels share one row. Each sample has a row of its own.":
        "Все метки попали в одну строку. У каждого образца своя строка.",
    # accuracy
    "The largest output is looked for in each column. Look in each row: a row is a sample.":
        "Наибольший выход ищется в каждом столбце. Ищите в каждой строке: строка — это образец.",
    "The largest output of all rows together is looked for. Look in each row.":
        "Ищется наибольший выход по всем строкам вместе. Ищите в каждой строке.",
    "The smallest output is taken for the answer. The largest is.":
        "Ответом считается наименьший выход. А ответ — наибольший.",
    "The largest value is compared with the label. Compare the column that it is in.":
        "С меткой сравнивается само наибольшее значение. Сравните номер его столбца.",
    # minibatches
    "It should return a list of pairs (x_batch, y_batch) of arrays.":
        "Нужно вернуть список пар массивов (x_batch, y_batch).",
    "A batch has rows of another width than x and y have. Samples are rows.":
        "В пакете строки другой ширины, чем в x и y. Образцы — это строки.",
    "A batch has more inputs than targets, or fewer.":
        "В пакете входов больше или меньше, чем целевых значений.",
    "There are no batches.":
        "Пакетов нет.",
    "The samples come in the order that they had. Shuffle them first.":
        "Образцы идут в прежнем порядке. Сначала перемешайте их.",
    "The order does not come from rng, so that nobody can repeat or change it.":
        "Порядок берётся не из rng, поэтому его нельзя ни повторить, ни изменить.",
    "The order is the same for every rng.":
        "Порядок одинаков для любого rng.",
    "Some samples come twice. In an epoch, each comes once.":
        "Некоторые образцы встречаются дважды. За эпоху каждый встречается один раз.",
    "{missing} of {all} samples are left out. The last batch may be smaller than the others.":
        "Пропущено образцов: {missing} из {all}. Последний пакет может быть меньше остальных.",
    "Inputs and targets have been shuffled apart: a sample has lost its own target.":
        "Входы и целевые значения перемешаны порознь: образец потерял своё целевое значение.",
    "There are {batch_size} batches. batch_size is how many samples a batch has, not how many "
    "batches there are.":
        "Получилось пакетов: {batch_size}. Но batch_size — это сколько образцов в пакете, а не "
        "сколько всего пакетов.",
    "The batches have {sizes} samples; expected {right}.":
        "Число образцов в пакетах: {sizes}; ожидается {right}.",
    # gain-layer
    "gain after the step":
        "gain после шага",
    "∂L/∂X is computed with gains that are updated already. It needs those of the forward pass.":
        "∂L/∂X вычислен с уже обновлёнными множителями gain. Нужны те, что были при прямом "
        "проходе.",
    "∂L/∂Y comes back as it came in: the gains are missing.":
        "∂L/∂Y вернулся таким же, каким пришёл: пропущены множители gain.",
    "The gradient is divided by the gains. Going back is no undoing: the chain rule multiplies by "
    "the slope.":
        "Градиент делится на множители gain. Идти назад — не значит отменять: по цепному правилу "
        "умножают на наклон.",
    "The input comes in where the gains belong: the slope of gain · x for x is the gain.":
        "Вход стоит там, где нужны множители gain: наклон gain · x по x равен gain.",
    "The gradient of the gains is not kept. gradient_check looks for gain_gradient.":
        "Градиент множителей gain не сохраняется. gradient_check ищет gain_gradient.",
    "The rows are not added up. One gain serves all rows, so their slopes add up.":
        "Строки не сложены. Один множитель gain служит всем строкам, поэтому их наклоны "
        "складываются.",
    "The gradient of the gains is the mean over the rows. The paths add up.":
        "Градиент множителей gain усреднён по строкам. А пути складываются.",
    "The input is missing in the gradient of the gains: the slope of gain · x for the gain is x.":
        "В градиенте множителей gain не хватает входа: наклон gain · x по gain равен x.",
    "The gradient of the gains holds α already. The step multiplies by α.":
        "В градиенте множителей gain уже есть α. На α умножают в самом шаге.",
    "The gains are not updated.":
        "Множители gain не обновляются.",
    "The gains move uphill: a sign is wrong.":
        "Множители gain сдвигаются вверх по склону: неверный знак.",
    "The learning rate α is missing in the step.":
        "В шаге пропущена скорость обучения α.",
}
# fmt: on
