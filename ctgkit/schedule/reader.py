"""From the marks of a phrase to the periods it speaks of, in one pass."""

from __future__ import annotations

from ctgkit.schedule.bounds import bounds
from ctgkit.schedule.built import NEAR, Built, Form, open_before
from ctgkit.schedule.chains import Chain, Span, completed, settled, spans
from ctgkit.schedule.doubts import doubt
from ctgkit.schedule.period import Contract, Lecture, Period, Unread, Words
from ctgkit.schedule.phrase import Phrase
from ctgkit.schedule.points import OF_CONTRACT, Partial
from ctgkit.schedule.recurrences import Beat
from ctgkit.schedule.repeats import Left, Said, repeated, with_moments
from ctgkit.schedule.undated_ends import with_undated_ends
from ctgkit.schedule.words import ACTS, NAMED_BY_YEAR, NEGATIONS, SUPERSEDED, Operator
from ctgkit.vocabulary.calendrier import Raison

#: Operators that a comma leaves: « après concertation, en 2025 », but not « avant l'ouverture, en 2025 ».
_LEFT_AT_COMMA = frozenset({"after", "except"})

#: « Projet Horizon 2030 » is a name.
_NAMED_HORIZON = NAMED_BY_YEAR | {"projet", "programme", "strategie"}


class Reader:
    """Reads a phrase, mark after mark, from :meth:`read`."""

    def __init__(self, phrase: Phrase, contract: Contract) -> None:
        self._phrase = phrase
        self._contract = contract
        self._built: list[Built] = []
        self._left: list[Left] = []
        self._beats: list[Said] = []
        self._segment = 0
        self._year: int | None = None  # the year that a heading gives to what follows: « 2025 : mars, juin »
        self._negated = False
        self._between: int | None = None  # « entre » of which the first date has not come
        self._event: int | None = None  # an operator or an act whose date has not come
        self._hint: Raison = Raison.RIEN

    def read(self) -> Lecture:
        """What the phrase says."""
        at = 0
        while at < len(self._phrase.marks):
            at = self._step(at)
        beats, left = with_moments(self._beats, self._left)
        periods = repeated(self._phrase, self._built, beats)
        unread = with_undated_ends(self._phrase, self._built, [one.unread for one in left])
        text = self._phrase.text
        if not periods and not unread:
            stripped = text.strip()
            unread.append(Unread(Words(stripped, text.find(stripped)), self._hint))
        return Lecture(text, self._contract, tuple(periods), tuple(unread))

    # ---- one mark after the other -------------------------------------------------------------------

    def _step(self, at: int) -> int:
        one = self._phrase.marks[at]
        if one.kind == "operator":
            return self._operator(at, one.what)  # type: ignore[arg-type]
        if one.kind == "date":
            return self._dates(at)
        if one.kind == "bad":
            self._bad(at)
        elif isinstance(one.what, Beat):
            if self._event is not None and self._event == at - 1 and self._named(at - 1) == "except":
                self._leave(at - 1, at + 1, Raison.EXCLUSION)
            else:
                self._beats.append(Said(one.what, at, self._segment))
        else:
            self._pass(at)
        return at + 1

    def _pass(self, at: int) -> None:
        """What is no date, but starts, ends or cancels what waits for one."""
        one = self._phrase.marks[at]
        word = self._phrase.word(at)
        if one.kind == "stop":
            self._segment += 1
            self._negated = False
            self._event = self._year = self._between = None
        elif word == ")":
            self._event = self._year = None
        elif word in ACTS or word in SUPERSEDED or self._signed(at):
            self._event = at
        elif word in NEGATIONS:
            self._negated = True
        elif one.kind in {"hint", "number"}:
            if one.kind == "hint" and self._hint == Raison.RIEN:
                self._hint = one.what  # type: ignore[assignment]
            if self._counts_after_event(at):
                self._event = None
        elif one.kind == "colon" or one.what == "comma":
            self._close(at)

    def _signed(self, at: int) -> bool:
        """« de la signature à fin 2024 »: the signature of what is not said."""
        return self._phrase.word(at) == "signature" and self._phrase.word(at + 1) in {"a", "au"}

    def _counts_after_event(self, at: int) -> bool:
        """« jusqu'à 25 places », « à partir de 3 ans »: what an operator leads is no date."""
        if self._event is None or self._phrase.back(at) != self._event + 1:
            return False
        one = self._phrase.marks[at]
        return one.kind == "number" or (one.what == Raison.DUREE and self._named(self._event) != "after")

    def _close(self, at: int) -> None:
        """A comma, a colon or a bracket: an event goes on after it if the date may be its own."""
        if self._event is None:
            return
        name, word = self._named(self._event), self._phrase.word(at)
        waits = self._phrase.kind(self._event) == "bad"
        if name is not None:
            waits = (word == "," and name not in _LEFT_AT_COMMA) or (word == "(" and name != "except")
        if not waits:
            self._event = None

    def _named(self, at: int) -> Operator | None:
        one = self._phrase.marks[at]
        return one.what if one.kind == "operator" else None  # type: ignore[return-value]

    def _bad(self, at: int) -> None:
        """What is not read, with the operator that stands before: its date is not either."""
        first = self._phrase.back(at)
        led = first > 0 and self._phrase.kind(first - 1) == "operator" and self._event == first - 1
        if led:
            self._event = None
        one = self._phrase.marks[at]
        self._leave(first - 1 if led else at, at + 1, one.what)  # type: ignore[arg-type]
        if self._phrase.tokens[one.last - 1].form in {"suivant", "suivent", "apres", "avant"}:
            self._event = at  # « dans les 3 mois suivant le recrutement, en 2025 »

    def _leave(self, first: int, last: int, reason: Raison) -> None:
        """Says that the marks from `first` to `last` are not understood."""
        words = self._phrase.words(first, last)
        while self._left and self._left[-1].unread.words.offset >= words.offset:
            self._left.pop()  # it is among these words
        self._left.append(Left(Unread(words, reason), first, self._segment))
        if self._event is not None and self._event >= first:
            self._event = None

    # ---- dates without an operator ------------------------------------------------------------------

    def _dates(self, at: int) -> int:
        chain = self._phrase.chain(at)
        if all(date.weak and not date.complete for date in chain.dates) and self._year is None:
            return chain.last  # « sept agents »: not a date
        if self._year is None or any(date.kind == "annee" for date in chain.dates):
            chain = self._refined(chain)
        chain = settled(chain, self._year)
        lead = self._phrase.back(chain.first)
        if self._between is not None and lead and self._phrase.marks[lead - 1].what == "and":
            self._event = self._between  # « entre l'ouverture et 2026 »
        self._between = None
        reason: Raison | None = Raison.EVENEMENT if self._event is not None else doubt(self._phrase, chain)
        if reason is not None:
            begin = self._event if self._event is not None else chain.first
            bracket = reason == Raison.EVENEMENT and self._phrase.word(chain.last) == ")"
            self._leave(begin, chain.last + bracket, reason)
            return chain.last
        between = spans(chain, self._year, self._contract)
        if isinstance(between, str):
            self._leave(chain.first, chain.last, between)
            return chain.last
        if (heading := self._heading(chain)) is not None:
            self._built.pop()
            if not all(_in_year(span, heading.year) for span in between):
                self._leave(heading.first, chain.last, Raison.IMPOSSIBLE)  # « 2025 (année 2 de la CTG) »
                return chain.last
        contract = any(date.kind in OF_CONTRACT for date in chain.dates)
        whole = [date.kind for date in chain.dates] == ["contrat"]
        for span in between:
            if whole and open_before(self._built, self._phrase, chain.first):
                closed = self._built[-1].until(self._phrase, span.end.finish, chain.last, contract=True)
                self._built[-1] = closed or self._built[-1]
                continue
            words = self._phrase.words(chain.first, chain.last)
            period = Period(words, span.start.begin, span.end.finish, (), contract)
            form: Form = "contract" if whole else "bare"
            self._add(Built(period, chain.first, chain.last, self._segment, form, _only_year(chain)))
        return chain.last

    def _refined(self, chain: Chain) -> Chain:
        """`2026 T2`, `2025, 1er semestre`: a lone year right before what lacks one."""
        self._year = None
        if not self._built or chain.dates[0].kind not in {"trimestre", "semestre"}:
            return chain
        if completed(chain, self._year)[0].complete:
            return chain
        before = self._built[-1]
        # Links would have made them one chain.
        if before.year is not None and before.form == "bare" and before.last == chain.first:
            self._built.pop()
            dates = [date.like(Partial("annee", year=before.year)) for date in chain.dates]
            return chain._replace(dates=dates, first=before.first)
        return chain

    def _heading(self, chain: Chain) -> Built | None:
        """The period before, if it heads these dates, which make it precise: « 2025 : mars et juin »."""
        if self._year is None or not self._built or chain.dates[0].year is not None:
            return None
        before = self._built[-1]
        if chain.first - before.last > NEAR or before.year != self._year:
            return None
        between = self._phrase.marks[before.last : chain.first]
        return before if all(one.kind in {"colon", "preposition"} for one in between) else None

    def _add(self, built: Built) -> None:
        self._built.append(built)
        self._event = None
        if built.form == "bare" and built.year and self._phrase.kind(built.last) == "colon":
            self._year = built.year

    # ---- operators ----------------------------------------------------------------------------------

    def _operator(self, at: int, name: Operator) -> int:
        target = self._phrase.skip(at + 1)
        if self._phrase.kind(target) != "date" or name == "onward":
            if name in {"onward", "by", "not_before", "plus"} and self._postfix(at, name):
                return at + 1
            if name == "between":
                self._between = at
            elif name not in {"plus", "onward", "vague"}:
                self._event = at
            return at + 1
        self._event = None
        chain = self._phrase.chain(target)
        if name == "between" and len(chain.dates) == 2 and chain.links[0] in {"and", "to", "dash"}:
            chain = chain._replace(links=["to"])
        chain = settled(chain, self._year)
        reason = self._read_operator(at, name, chain)
        if reason is not None:
            self._leave(at, chain.last, reason)
        return chain.last

    def _read_operator(self, at: int, name: Operator, chain: Chain) -> Raison | None:
        """Adds the period that an operator makes of its dates; else the reason why nobody can tell."""
        if name in {"vague", "except"}:
            return Raison.AMBIGU if name == "vague" else Raison.EXCLUSION
        if self._phrase.word(at) == "horizon" and at and self._phrase.word(at - 1) in _NAMED_HORIZON:
            return Raison.REFERENCE
        between = spans(chain, self._year, self._contract)
        if isinstance(between, str):
            return between
        found = bounds(name, chain, between)
        if found is None or (self._negated and name in {"before", "until"}):
            return Raison.AMBIGU
        start, end = found
        contract = any(date.kind in OF_CONTRACT for date in chain.dates)
        if start is None and end is not None and open_before(self._built, self._phrase, at):
            closed = self._built[-1].until(self._phrase, end, chain.last, contract=contract)
            self._built[-1] = closed or self._built[-1]
            return None if closed is not None else Raison.AMBIGU
        period = Period(self._phrase.words(at, chain.last), start, end, (), contract)
        form: Form = "from" if end is None else "until"
        self._add(Built(period, at, chain.last, self._segment, form))
        return None

    def _postfix(self, at: int, name: Operator) -> bool:
        """`2026 et +`, `fin 2025 au plus tard`: turns the period that ends right before into a bound."""
        if not self._built or self._built[-1].last != at or self._built[-1].form not in {"bare", "from"}:
            return False
        self._built[-1] = self._built[-1].bounded(self._phrase, name)
        return True


def _in_year(span: Span, year: int | None) -> bool:
    return year is None or span.start.begin.premier.year <= year <= span.end.finish.dernier.year


def _only_year(chain: Chain) -> int | None:
    """The year that the chain is, if it is just that."""
    only = chain.dates[0]
    return only.year if len(chain.dates) == 1 and only.kind == "annee" and not only.part else None
