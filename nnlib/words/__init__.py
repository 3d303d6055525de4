"""Sentences of nnlib in other languages, one package per language.

The English sentence, as it stands in the code, is the key: ``tell("weight")`` looks for
``"weight"``. The words of live figures are in ``nnlib/figures/words`` and ``nnlib/figures/js``.
"""
