"""From the marks of a phrase to the periods it speaks of, in one pass."""

from __future__ import annotations

from ctgkit.schedule.bounds import bounds
from ctgkit.schedule.built import NEAR, Built, Edge, Form, firm, open_before
from ctgkit.schedule.chains import Chain, Span, settled, spans
from ctgkit.schedule.context import owner
from ctgkit.schedule.edges import dated, led, runs
from ctgkit.schedule.neighbours import beside, gloss, heads, in_year, only_year, refines, year_of
from ctgkit.schedule.period import Bound, Contract, Lecture, Period, Unread, Words
from ctgkit.schedule.phrase import Phrase
from ctgkit.schedule.points import OF_CONTRACT, Partial
from ctgkit.schedule.recurrences import Beat
from ctgkit.schedule.repeats import Left, Said, repeated, with_moments
from ctgkit.schedule.standing import Standing
from ctgkit.schedule.undated_ends import with_undated_ends
from ctgkit.schedule.words import ACTS, Operator
from ctgkit.vocabulary.calendrier import Portee, Raison, Unite

#: Operators that a comma leaves: « après concertation, en 2025 », but not « avant l'ouverture, en 2025 ».
_LEFT_AT_COMMA = frozenset({"after", "except"})


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
        self._standing = Standing(phrase)
        self._between: int | None = None  # « entre » of which the first date has not come
        self._event: int | None = None  # an operator or an act whose date has not come
        self._hint: Raison = Raison.RIEN

    def read(self) -> Lecture:
        """What the phrase says."""
        at = 0
        while at < len(self._phrase.marks):
            at = self._step(at)
        if self._standing.cancelled or self._standing.moved:
            return self._refused(Raison.ABANDON if self._standing.cancelled else Raison.REPORT)
        self._built = firm(self._built)
        self._doubt()
        beats, left = with_moments(self._beats, self._left)
        periods = repeated(self._phrase, self._built, beats)
        unread = with_undated_ends(self._phrase, self._built, [one.unread for one in left])
        if not periods and not unread:
            return self._refused(self._hint)
        return Lecture(self._phrase.text, self._contract, tuple(periods), tuple(unread))

    def _refused(self, reason: Raison) -> Lecture:
        """The phrase of which nothing is understood."""
        text = self._phrase.text
        stripped = text.strip()
        whole = Words(stripped, text.find(stripped))
        return Lecture(text, self._contract, (), (Unread(whole, reason),))

    def _doubt(self) -> None:
        """Puts in doubt the periods of the sentences that say so; all of them, where it has none itself."""
        doubts = self._standing.doubts
        dated = {one.segment for one in self._built}
        of_all = next((words for segment, words in doubts.items() if segment not in dated), None)
        for k, one in enumerate(self._built):
            words = doubts.get(one.segment, of_all)
            if words is not None:
                self._built[k] = one._replace(period=one.period.doubted(words))

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
                if one.what.unit is Unite.VACANCES:
                    self._event = None  # « mercredis hors vacances scolaires » are no less a rhythm
                    return at + 1
                self._leave(at - 1, at + 1, Raison.EXCLUSION)
            else:
                self._beats.append(Said(one.what, at, self._segment))
                if self._event == at - 1 and self._phrase.kind(at - 1) == "operator":
                    self._event = None  # « jusqu'à 3 fois par an »
        else:
            self._pass(at)
        return at + 1

    def _pass(self, at: int) -> None:
        """What is no date, but starts, ends or cancels what waits for one."""
        one = self._phrase.marks[at]
        word = self._phrase.word(at)
        if one.kind == "stop":
            self._standing.stop(at, self._segment)
            self._segment += 1
            self._event = self._year = self._between = None
            return
        if one.kind == "prose":
            self._standing.hear(at, self._segment)
            self._deny(at)
            self._bracketed(at)
        elif one.kind in {"link", "colon"}:
            self._standing.pause(at)
        if word == ")":
            self._standing.pause(at)
            self._event = self._year = None
        elif word in ACTS or self._signed(at):
            self._event = at
        elif one.kind in {"hint", "number"}:
            if one.kind == "hint" and self._hint == Raison.RIEN:
                self._hint = one.what  # type: ignore[assignment]
            if self._counts_after_event(at):
                self._event = None
        elif one.kind == "colon" or one.what == "comma":
            self._close(at)

    def _deny(self, at: int) -> None:
        """Takes back the dates of a sentence that a negation follows."""
        if self._phrase.sense(at) != "negation" or not self._standing.negated or not self._built:
            return
        last = self._built[-1]
        if last.segment != self._segment or not self._standing.denies_before(at, last.last):
            return
        while self._built and self._built[-1].segment == self._segment:
            first = self._built.pop().first
        self._leave(first, at + 1, Raison.NEGATION)

    def _bracketed(self, at: int) -> None:
        """« 2024 (démarrage) »: the date before the bracket is an end."""
        edge, around = self._standing.edge, (self._phrase.word(at - 1), self._phrase.word(at + 1))
        if edge is None or around != ("(", ")") or not self._built:
            return
        last = self._built[-1]
        if last.form == "bare" and last.last == at - 1:
            self._built[-1] = last.edged(edge)
            self._standing.edge = self._year = None

    def _supersede(self) -> None:
        """Forgets the dates that the one to come takes the place of: « 2024, reporté à 2025 »."""
        if self._standing.moved:
            self._built.clear()
            self._left.clear()
        self._standing.moved = False

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
        reason = self._owner(chain)
        if reason is not None:
            begin = self._event if self._event is not None else chain.first
            bracket = reason == Raison.EVENEMENT and self._phrase.word(chain.last) == ")"
            self._leave(begin, chain.last + bracket, reason)
            self._standing.moved = False
            return chain.last
        between = spans(chain, self._year, self._contract)
        if isinstance(between, str):
            self._leave(chain.first, chain.last, between)
        elif self._built and beside(self._built[-1], chain):
            self._leave(self._built.pop().first, chain.last, Raison.AMBIGU)
        else:
            self._supersede()
            self._settle(chain, between)
        return chain.last

    def _settle(self, chain: Chain, between: list[Span]) -> None:
        """Adds the dates, or what they make of the period right before them."""
        said = gloss(self._phrase, self._built[-1], chain, between) if self._built else None
        if said == "worse":
            return
        if said is not None:
            before = self._built.pop()
            if said == "against":
                self._leave(before.first, chain.last, Raison.CONTRAIRE)
                return
        self._place(chain, between)

    def _place(self, chain: Chain, between: list[Span]) -> None:
        """Adds the periods that dates are, as what stands before them says."""
        edge = self._standing.edge
        if runs(edge, chain):
            self._standing.edge = None
            words = self._phrase.words(chain.first, chain.last)
            period = Period(words, between[0].start.begin, between[-1].end.finish)
            self._add(Built(period, chain.first, chain.last, self._segment, "bare"))
            return
        if edge is not None and (edged := dated(edge, chain, between)) is not None:
            self._edged(edge, chain, *edged)
            return
        if self._built and heads(self._phrase, self._built[-1], chain, self._year):
            heading = self._built.pop()
            if not all(in_year(span, heading.year) for span in between):
                self._leave(heading.first, chain.last, Raison.CONTRAIRE)  # « 2025 (année 2 de la CTG) »
                return
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
            self._add(Built(period, chain.first, chain.last, self._segment, form, only_year(chain)))

    def _owner(self, chain: Chain) -> Raison | None:
        """Why the dates that no operator leads are not those of what is planned."""
        if self._event is not None:
            return Raison.EVENEMENT
        if self._standing.elsewhere:
            # « suite au diagnostic mise en œuvre en 2025 »
            loose = self._phrase.word(self._phrase.back(chain.first)) in {"en", "a", "au", "pour", "courant"}
            return Raison.RATTACHEMENT if loose else Raison.REFERENCE
        reason = owner(self._phrase, chain, self._contract.debut.year)
        return Raison.NEGATION if reason is None and self._standing.negated else reason

    def _edged(self, edge: Edge, chain: Chain, start: Bound | None, end: Bound | None) -> None:
        """Adds the dates that a word says are a start or an end: « démarrage : 2024 »."""
        self._standing.edge = None
        if start is None or end is None:
            self._leave(chain.first, chain.last, Raison.AMBIGU)
            return
        contract = any(date.kind in OF_CONTRACT for date in chain.dates)
        if edge == "finish" and open_before(self._built, self._phrase, chain.first):
            closed = self._built[-1].until(self._phrase, end, chain.last, contract=contract)
            if closed is not None:
                self._built[-1] = closed
                return
        period = Period(self._phrase.words(chain.first, chain.last), start, end, (), contract)
        self._add(Built(period, chain.first, chain.last, self._segment, "bare").edged(edge))

    def _refined(self, chain: Chain) -> Chain:
        """The dates with the year that stands alone right before them: « 2026 T2 »."""
        self._year = None
        if not self._built or not refines(self._built[-1], chain):
            return chain
        before = self._built.pop()
        dates = [date.like(Partial("annee", year=before.year)) for date in chain.dates]
        return chain._replace(dates=dates, first=before.first)

    def _add(self, built: Built) -> None:
        self._built.append(built)
        self._event = None
        self._year = year_of(self._phrase, built) or self._year

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
        if name == "except" and self._beats and all(date.year is None for date in chain.dates):
            return chain.last  # « 2 fois par mois hors été »
        reason = self._read_operator(at, name, chain)
        if reason is not None:
            self._leave(at, chain.last, reason)
        return chain.last

    def _read_operator(self, at: int, name: Operator, chain: Chain) -> Raison | None:
        """Adds the period that an operator makes of its dates; else the reason why nobody can tell."""
        if name in {"vague", "except"}:
            return Raison.AMBIGU if name == "vague" else Raison.EXCLUSION
        if self._standing.elsewhere or (
            self._phrase.word(at) == "horizon" and self._phrase.sense(at - 1) == "frame"
        ):
            return Raison.REFERENCE
        if self._phrase.sense(at - 1) == "past" and name != "by":
            return Raison.EVENEMENT  # « nés après 2020 », but « livré d'ici 2026 »
        between = spans(chain, self._year, self._contract)
        if isinstance(between, str):
            return between
        found = bounds(name, chain, between)
        if found is None:
            return Raison.AMBIGU
        if self._standing.negated and name != "not_before":
            if name != "before":
                return Raison.NEGATION
            found = between[0].start.begin._replace(portee=Portee.AU_PLUS_TOT), None
        self._supersede()
        edge, self._standing.edge = self._standing.edge, None
        start, end = led(edge, *found)
        contract = any(date.kind in OF_CONTRACT for date in chain.dates)
        if start is None and end is not None and open_before(self._built, self._phrase, at):
            closed = self._built[-1].until(self._phrase, end, chain.last, contract=contract)
            self._built[-1] = closed or self._built[-1]
            return None if closed is not None else Raison.AMBIGU
        if start is not None and end is None and self._spans_contract(at):
            whole = self._built.pop()  # « sur toute la durée de la CTG, à partir de 2024 »
            at, end, contract = whole.first, whole.period.end, True
        period = Period(self._phrase.words(at, chain.last), start, end, (), contract)
        form: Form = "from" if end is None else "until"
        self._add(Built(period, at, chain.last, self._segment, form))
        return None

    def _spans_contract(self, at: int) -> bool:
        """Whether the whole contract stands just before a mark."""
        if not self._built or self._built[-1].form != "contract" or at - self._built[-1].last > NEAR:
            return False
        return all(one.kind == "link" for one in self._phrase.marks[self._built[-1].last : at])

    def _postfix(self, at: int, name: Operator) -> bool:
        """`2026 et +`, `fin 2025 au plus tard`: turns the period that ends right before into a bound."""
        comma = at > 0 and (self._phrase.marks[at - 1].what == "comma" or self._phrase.word(at - 1) == "(")
        if (
            not self._built
            or self._built[-1].last != at - comma
            or self._built[-1].form not in {"bare", "from"}
        ):
            return False
        self._built[-1] = self._built[-1].bounded(self._phrase, name, at + 1)
        return True
