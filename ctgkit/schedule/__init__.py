"""Calendar phrases of French plans, read strictly: a wrong date is worse than none.

:func:`read` takes a phrase as it stands (« 2nd semestre 2021 », « Pas avant 2026 ») and says the periods it
speaks of; a bound keeps the interval of days, both included, that its words may mean. What looks like a
date and is not clear is quoted, with its offset and the reason; a phrase where nothing says when is quoted
whole. The words around a date are known to be harmless, to say which end it is, to deny it, doubt it or put
it off, or to own it (:mod:`ctgkit.schedule.senses`, :mod:`ctgkit.schedule.context`): what may own it and is
not known does (« PRS 2024 »). :func:`of` takes a calendar of the plan file, whose own dates win.

A phrase is cut once into tokens by one simple expression, the tokens are grouped in one pass where each
look ahead is bounded, and the groups are read in one pass: time grows as the text does.

What has no official dates means the widest interval of its usage (`docs/calendrier.md`, whose every row is
a test):

==========================  ========================================================================
début, milieu (mi-), fin    the three thirds: of a year 4 months each, of a half 2, of a quarter 1;
                            of a month, days 1-10, 11-20 and 21 to the end; of a season, of its days
courant, au cours de        the whole
printemps                   1 March to 21 June: the season of whole months and that of the sky
été                         1 June to 23 September
automne                     1 September to 22 December
hiver 2025-2026             1 December 2025 to 21 March 2026
hiver 2025                  either winter: 1 December 2024 to 21 March 2026
rentrée                     15 August to 30 September; of a month, that month
année scolaire 2024-2025    from the rentrée of 2024 to some day from 15 June to 31 August 2025
trimestres of that year     end in December, in March or April, and with the year
vacances de Noël 2024       of the three zones; so are the others
de décembre à mars 2025     over New Year
démarrage, premier X…       starts in X, and nothing says when it ends, unless other dates do
échéance, livraison… X      ends in X, and nothing says when it starts, unless other dates do
X ?, X (à confirmer)        X, possibly
rentrée 2024-2025           the rentrée of 2024
saison 2024-2025            of a club or a theatre: starts from 1 July to 31 October 2024, ends from 1
                            May to 31 August 2025
avant X                     ends on the day before X may begin; « avant la fin », on its last day
après X, pas avant X, + X   starts then or later: the bound is `earliest`
d'ici X, au plus tard X,    ends in X or sooner: the bound is `latest`
horizon X
signature de la CTG         its day if the plan says it, else some day of the contract; in a range, one
                            that is on the right side of its other end
2e année de la CTG          counted from the first day of the contract; « dernière », its last 12 months
                            and what is left of years so counted
mi-parcours de la CTG       the second third of its months
début, fin de la CTG        its first or last 365 days; with « dès » or « jusqu'à », the exact day
2024 : … à renouveler       what goes on after a first time has no end, if that is a year or less
chaque année; puis…
==========================  ========================================================================
"""

from ctgkit.schedule.period import (
    Bound,
    Contract,
    Lecture,
    Outside,
    Period,
    Recurrence,
    Unread,
    Words,
)
from ctgkit.schedule.proposal import proposal
from ctgkit.schedule.reading import of, read

__all__ = [
    "Bound",
    "Contract",
    "Lecture",
    "Outside",
    "Period",
    "Recurrence",
    "Unread",
    "Words",
    "of",
    "proposal",
    "read",
]
