"""Every word that figures write in Python; one module per figure, languages side by side.

What the live figure says in the browser is in ``js/strings``.
"""
