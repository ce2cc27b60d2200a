"""How far the notes can be trusted: the accuracy card, with the figures that README prints.

Thin: the card is `rubric.report.accuracy`.
"""

from __future__ import annotations

from pages.intake import begin, show
from rubric.report import html
from rubric.report.accuracy import accuracy

begin("accuracy")
show(html.masthead("accuracy") + accuracy())
