"""What the words heard so far say of the dates that come, until their clause or their sentence ends."""

from __future__ import annotations

from ctgkit.schedule.built import Edge
from ctgkit.schedule.period import Words
from ctgkit.schedule.phrase import Phrase

#: Nouns that say which end a date is where they head their clause: « lancement en 2024 », but not « aide
#: au lancement d'entreprises en 2024 ».
_EDGES = frozenset(
    {
        *("depart", "reprise", "amorcage", "perennisation", "cible", "limite"),
        *("demarrage", "demarrages", "debut", "lancement", "commencement", "livraison", "delai", "terme"),
        *("echeance", "echeances", "fin", "cloture", "achevement", "finalisation", "arret"),
        *("remise", "rendu", "livrable", "livrables", "effectif", "effective"),
    }
)
#: Of what has others after it.
_FIRST = frozenset({"premier", "premiere", "premiers", "premieres"})
#: What is aimed at, before a colon and a date: « objectif : fin 2026 ».
_AIMS = frozenset({"objectif", "objectifs"})
#: What may stand before such a noun, or an act that heads its clause: « date de lancement ».
_BEFORE_HEAD = frozenset({"", "stop", "colon", "link", "date", "operator", "beat", "bad", "number"})
#: An act of giving up is one where it heads its clause: « abandon scolaire » is none.
_ACTS_OF_GIVING_UP = frozenset({"abandon", "annulation"})
#: What an action does that a « non » denies: « action non reconduite », but not « publics non scolarisés ».
_GOES_ON = ("reconduit", "renouvel", "poursuivi", "prolong", "mainten", "retenu", "financ", "abouti", "mene")


class Standing:
    """What stands while a phrase is read, from :meth:`hear`, :meth:`pause` and :meth:`stop`.

    Attributes:
        edge: which end of what is planned the next date is.
        elsewhere: whether the dates that come belong to something else.
        negated: whether they are those of what does not take place.
        moved: whether they take the place of those before.
        cancelled: whether the phrase says that what was planned is given up.
        doubts: the words that put dates in doubt, by the number of their sentence.
    """

    def __init__(self, phrase: Phrase) -> None:
        self._phrase = phrase
        self.edge: Edge | None = None
        self.elsewhere = False
        self.negated = False
        self.moved = False
        self.cancelled = False
        self.doubts: dict[int, Words] = {}

    def hear(self, at: int, segment: int) -> None:
        """A mark of prose of the sentence `segment`."""
        sense = self._phrase.sense(at)
        edge = self._edge_of(at)
        if edge is not None:
            self.edge = edge
        elif sense == "negation":
            self.negated = self.negated or self._denies(at)
        elif sense in {"only", "but"}:
            self.negated = False
        elif sense == "cancelled":
            self.cancelled = (
                self.cancelled or self._phrase.word(at) not in _ACTS_OF_GIVING_UP or self._heads(at)
            )
        elif sense == "moved":
            self.moved = True
        elif sense in {"doubt", "condition"}:
            self.doubts[segment] = self._phrase.words(at, at + 1)
            self.elsewhere = self.elsewhere or sense == "condition"
        elif sense == "elsewhere":
            self.elsewhere = True

    def _edge_of(self, at: int) -> Edge | None:
        """Which end the next date is, by what a mark says: « échéance », « première réunion : mars 2024 »."""
        word, sense = self._phrase.word(at), self._phrase.sense(at)
        if sense in ("start", "finish"):
            return sense if word not in _EDGES or self._heads(at) else None
        if word in _FIRST and self._heads(at):
            return "start"
        return "finish" if word in _AIMS and self._heads(at) and self._labels_date(at) else None

    def pause(self, at: int) -> None:
        """A comma, a colon, a bracket that closes, a link: a clause ends."""
        word = self._phrase.word(at)
        if word != "(":
            self.elsewhere = self.elsewhere and self._phrase.marks[at].what in {"and", "or"}
        if word not in {":", "("} and self._phrase.kind(self._phrase.skip(at + 1)) != "date":
            self.edge = None

    def stop(self, at: int, segment: int) -> None:
        """The sentence `segment` ends."""
        if self._phrase.word(at) == "?":
            self.doubts[segment] = self._phrase.words(at, at + 1)
        self.edge = None
        self.elsewhere = self.negated = False

    def _heads(self, at: int) -> bool:
        """Whether nothing but a date's own words stand before a mark in its clause."""
        before = self._phrase.back(at) - 1
        if self._phrase.sense(before) == "time":
            before = self._phrase.back(before) - 1
        return self._phrase.kind(before) in _BEFORE_HEAD or self._phrase.sense(before) == "plain"

    def _labels_date(self, at: int) -> bool:
        """Whether a colon and a date follow a mark."""
        return self._phrase.word(at + 1) == ":" and self._phrase.kind(self._phrase.skip(at + 2)) == "date"

    def _denies(self, at: int) -> bool:
        """Whether a negation is of what takes place: « publics non francophones » is none."""
        if self._phrase.word(at) != "non":
            return True
        follows = self._phrase.sense(at + 1)
        going_on = self._phrase.word(at + 1).startswith(_GOES_ON)
        return self._heads(at) or going_on or follows in {"plain", "finish", "start", "past"}

    def denies_before(self, at: int, last: int) -> bool:
        """Whether a negation denies the date that ends at `last`: « 2024 : pas de réalisation »."""
        if self._phrase.word(at) in {"ne", "n'"}:
            return True
        between = self._phrase.marks[last:at][:4]
        return len(between) < 4 and all(one.kind in {"colon", "link", "preposition"} for one in between)
