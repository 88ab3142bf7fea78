"""From the marks of a phrase to the periods it speaks of, and the words it keeps for itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, cast

from ctgkit.schedule.chains import Chain, Span, completed, spans
from ctgkit.schedule.marks import Link, Mark, mark
from ctgkit.schedule.period import Bound, Contract, Lecture, Period, Reason, Recurrence, Unread, Words
from ctgkit.schedule.points import OF_CONTRACT, Partial
from ctgkit.schedule.recurrences import Beat
from ctgkit.schedule.tokens import Token, tokenise
from ctgkit.schedule.words import ACTS, MOVED, NAMED_BY_YEAR, NEGATIONS, NOT_PLURAL, SUPERSEDED, Operator

if TYPE_CHECKING:
    from ctgkit.model import Calendrier


def read(text: str, contract: Contract) -> Lecture:
    """What a calendar phrase says, for a plan of this contract; any text is accepted."""
    return _Reader(text, contract).read()


def of(calendrier: Calendrier, contract: Contract) -> Lecture:
    """What a calendar of the plan file says; its `debut` and `fin` win over its words.

    With one of them only, the words give the other side if they were understood, speak of one
    period and do not contradict the day that is settled; else that side is open.
    """
    lecture = read(calendrier.texte, contract)
    debut, fin = calendrier.debut, calendrier.fin
    if debut is None and fin is None:
        return lecture
    start = end = None
    if lecture.understood and len(lecture.periods) == 1:
        start, end = lecture.periods[0].start, lecture.periods[0].end
    if debut is not None:
        start = Bound(debut, debut, "jour")
        end = end if end is not None and end.last >= debut else None
    if fin is not None:
        end = Bound(fin, fin, "jour")
        start = start if start is not None and start.first <= fin else None
    beats = tuple(beat for period in lecture.periods for beat in period.recurrences)
    period = Period(Words(calendrier.texte, 0), start, end, beats)
    return Lecture(calendrier.texte, contract, (period,), (), settled=True)


#: How many marks may stand between two that are read together: it keeps the time linear.
_NEAR = 8


class _Built(NamedTuple):
    """A period with what its neighbours may still change.

    Attributes:
        period: as it stands.
        first: its first mark.
        last: the mark after its last one.
        segment: the number of its sentence.
        form: `from` and `bare` periods may be given an end, a `bare` one may be turned into a bound.
        year: the year it is, if it is just that.
    """

    period: Period
    first: int
    last: int
    segment: int
    form: str
    year: int | None = None


class _Reader:
    def __init__(self, text: str, contract: Contract) -> None:
        self.text = text
        self.contract = contract
        self.tokens: Sequence[Token] = tokenise(text)
        self.marks: Sequence[Mark] = mark(self.tokens, contract)
        self.built: list[_Built] = []
        self.unread: list[Unread] = []
        self.beats: list[tuple[Beat, int, int]] = []
        self.segment = 0
        self.year: int | None = None  # the year that a heading gives to what follows: « 2025 : mars, juin »
        self.negated = False
        self.event: int | None = None  # an operator or an act whose date has not come

    def read(self) -> Lecture:
        at = 0
        while at < len(self.marks):
            at = self._step(at)
        periods = self._with_beats()
        if not periods and not self.unread:
            stripped = self.text.strip()
            self.unread.append(Unread(Words(stripped, self.text.find(stripped)), "rien"))
        return Lecture(self.text, self.contract, tuple(periods), tuple(self.unread))

    # ---- one mark after the other -------------------------------------------------------------------

    def _step(self, at: int) -> int:
        one = self.marks[at]
        if one.kind == "operator":
            return self._operator(at, one.what)  # type: ignore[arg-type]
        if one.kind == "date":
            return self._dates(at)
        if one.kind == "bad":
            return self._bad(at)
        if one.kind == "beat" and isinstance(one.what, Beat):
            if self.event is not None and self.event == at - 1 and self.marks[at - 1].what == "except":
                self._leave(at - 1, at + 1, "exclusion")
            else:
                self.beats.append((one.what, at, self.segment))
        else:
            self._pass(at)
        return at + 1

    def _pass(self, at: int) -> None:
        """What is no date, but starts, ends or cancels what waits for one."""
        one = self.marks[at]
        form = self.tokens[one.first].form
        if one.kind == "stop":
            self.segment += 1
            self.negated = False
            self.event = self.year = None
        elif form == ")":
            self.event = self.year = None
        elif form in ACTS or form in SUPERSEDED:
            self.event = at
        elif form in NEGATIONS:
            self.negated = True
        elif one.kind == "colon" or one.what == "comma" or (one.kind == "number" and self.event == at - 1):
            self.event = None  # « jusqu'à 25 places » is no date

    def _bad(self, at: int) -> int:
        one = self.marks[at]
        first = self._back(at)
        self._leave(first, at + 1, one.what)  # type: ignore[arg-type]
        return at + 1

    def _back(self, at: int) -> int:
        """The operator that stands before, whose date is not read: it is part of what is not."""
        first = at
        while first and self.marks[first - 1].kind == "preposition":
            first -= 1
        if first and self.marks[first - 1].kind == "operator" and self.event == first - 1:
            self.event = None
            return first - 1
        return at

    def _leave(self, first: int, last: int, reason: Reason) -> None:
        """Says that the marks from `first` to `last` are not understood."""
        words = self._words(first, last)
        while self.unread and self.unread[-1].words.offset >= words.offset:
            self.unread.pop()  # it is among these words
        self.unread.append(Unread(words, reason))
        if self.event is not None and self.event >= first:
            self.event = None

    def _words(self, first: int, last: int) -> Words:
        start = self.tokens[self.marks[first].first].start
        end = self.tokens[self.marks[last - 1].last - 1].end
        return Words(self.text[start:end], start)

    # ---- dates and what joins them ------------------------------------------------------------------

    def _skip(self, at: int) -> int:
        while at < len(self.marks) and self.marks[at].kind == "preposition":
            at += 1
        return at

    def _is_date(self, at: int) -> bool:
        return at < len(self.marks) and self.marks[at].kind == "date"

    def _partial(self, at: int) -> Partial:
        return cast(Partial, self.marks[at].what)

    def _chain(self, at: int) -> Chain:
        """The dates from the one at `at` on, as far as links join them."""
        dates, links, last = [self._partial(at)], list[Link](), at + 1
        while dates[-1].kind != "contrat" and (joined := self._link(last)) is not None:
            link, following = joined
            if self._partial(following).kind == "contrat":
                break  # « à partir de 2024 et tout au long de la CTG »
            last = following
            links.append(link)
            dates.append(self._partial(last))
            last += 1
        heading, *rest = dates
        lacking = all(date.kind in {"trimestre", "semestre", "rang"} and date.year is None for date in rest)
        if (
            rest
            and lacking
            and heading == Partial("annee", year=heading.year)
            and links[0] in {"comma", "dash"}
        ):
            return Chain([date.like(heading) for date in rest], links[1:], at, last)  # « 2025, T1 »
        return Chain(dates, links, at, last)

    def _link(self, at: int) -> tuple[Link, int] | None:
        """The link at `at` and the date it leads to."""
        here, link = at, None
        while here < len(self.marks) and here - at < 2 and self.marks[here].kind == "link":
            what = self.marks[here].what
            if link is not None and not (link == "comma" and what in {"and", "or"}):
                return None
            link = what
            here += 1
        if link is None and here < len(self.marks):
            one = self.marks[here]
            word = self.tokens[one.first].form
            if (one.kind == "preposition" and word in {"a", "au", "aux"}) or (
                one.kind == "operator" and one.what == "until" and word.startswith("jusqu")
            ):
                link, here = "to", here + 1
            elif one.kind == "operator" and one.what == "plus":
                link, here = "and", here + 1
        after = self._skip(here)
        if link is None or not self._is_date(after):
            return None
        return link, after  # type: ignore[return-value]

    def _spans(self, chain: Chain) -> list[Span] | Reason:
        return spans(chain, self.year, self.contract)

    # ---- dates without an operator ------------------------------------------------------------------

    def _dates(self, at: int) -> int:
        chain = self._chain(at)
        if all(date.weak and not date.complete for date in chain.dates) and self.year is None:
            return chain.last  # « sept agents »: not a date
        if self.year is None or any(date.kind == "annee" for date in chain.dates):
            chain = self._refined(chain)
        first = chain.first
        reason = self._doubt(chain, first)
        if reason is not None:
            begin = self.event if reason == "evenement" and self.event is not None else first
            self._leave(begin, chain.last, reason)
            return chain.last
        spans = self._spans(chain)
        if isinstance(spans, str):
            self._leave(first, chain.last, spans)
            return chain.last
        self._heading(chain)
        contract = any(date.kind in OF_CONTRACT for date in chain.dates)
        whole = [date.kind for date in chain.dates] == ["contrat"]
        for span in spans:
            open_end = self._open_before(first) if whole else None
            if open_end is not None:
                self._end_with(open_end, span.end.finish, chain.last, contract=True)
                continue
            period = Period(self._words(first, chain.last), span.start.begin, span.end.finish, (), contract)
            self._add(period, first, chain.last, "contract" if whole else "bare", chain)
        return chain.last

    def _refined(self, chain: Chain) -> Chain:
        """`2026 T2`, `2025, 1er semestre`: a lone year right before what lacks one."""
        self.year = None
        if not self.built or chain.dates[0].kind not in {"trimestre", "semestre"}:
            return chain
        if completed(chain, self.year)[0].complete:
            return chain
        before = self.built[-1]
        # Links would have made them one chain.
        if before.year is not None and before.form == "bare" and before.last == chain.first:
            self.built.pop()
            dates = [date.like(Partial("annee", year=before.year)) for date in chain.dates]
            return chain._replace(dates=dates, first=before.first)
        return chain

    def _doubt(self, chain: Chain, first: int) -> Reason | None:
        """Why dates without an operator may not be when the action is."""
        if self.event is not None:
            return "evenement"
        before = first - 1
        while before >= 0 and self.marks[before].kind == "preposition":
            word = self.tokens[self.marks[before].first].form
            if word not in {"de", "d'", "du", "des"}:
                return None
            before -= 1
        if before >= 0 and self.marks[before].kind == "prose":
            word = self.tokens[self.marks[before].first].form
            if word in NAMED_BY_YEAR:
                return "reference"
            if word.startswith(MOVED) and before < first - 1 and len(chain.dates) > 1:
                return "ambigu"
        return "ambigu" if self._counts(chain) else None

    def _counts(self, chain: Chain) -> bool:
        """« 2000 kits », « 03 2025 »: a number of things, or of something, as much as a year."""
        if len(chain.dates) > 1 or chain.dates[0].kind != "annee" or chain.dates[0].part:
            return False
        if self.marks[chain.first].last - self.marks[chain.first].first > 1:
            return False
        if chain.first and self.marks[chain.first - 1].kind == "number":
            return True
        if chain.last >= len(self.marks):
            return False
        after = self.marks[chain.last]
        if after.kind == "number":
            return True
        word = self.tokens[after.first].form
        return after.kind == "prose" and word.isalpha() and word[-1] in "sx" and word not in NOT_PLURAL

    def _heading(self, chain: Chain) -> None:
        """Drops a heading that the dates right after it make precise: « 2025 : mars et juin »."""
        if self.year is None or not self.built or chain.dates[0].year is not None:
            return
        before = self.built[-1]
        if chain.first - before.last > _NEAR:
            return
        between = self.marks[before.last : chain.first]
        if before.year == self.year and all(m.kind in {"colon", "preposition"} for m in between):
            self.built.pop()

    def _add(self, period: Period, first: int, last: int, form: str, chain: Chain | None = None) -> None:
        year = None
        if chain is not None and len(chain.dates) == 1 and chain.dates[0].kind == "annee":
            year = None if chain.dates[0].part else chain.dates[0].year
        self.built.append(_Built(period, first, last, self.segment, form, year))
        self.event = None
        if form == "bare" and year and last < len(self.marks) and self.marks[last].kind == "colon":
            self.year = year

    # ---- operators ----------------------------------------------------------------------------------

    def _operator(self, at: int, name: Operator) -> int:
        target = self._skip(at + 1)
        if not self._is_date(target) or name == "onward":
            if name in {"onward", "by", "not_before", "plus"} and self._postfix(at, name):
                return at + 1
            if name not in {"plus", "onward", "vague", "between"}:
                self.event = at
            return at + 1
        self.event = None
        chain = self._chain(target)
        if name == "between" and len(chain.dates) == 2 and chain.links[0] in {"and", "to", "dash"}:
            chain = chain._replace(links=["to"])
        spans = "ambigu" if name == "vague" else "exclusion" if name == "except" else self._spans(chain)
        if isinstance(spans, str):
            self._leave(at, chain.last, spans)
            return chain.last
        if self.negated and name in {"before", "until"}:
            self._leave(at, chain.last, "ambigu")
            return chain.last
        built = self._bounds(at, name, chain, spans)
        if built is None:
            self._leave(at, chain.last, "ambigu")
        return chain.last

    def _bounds(self, at: int, name: Operator, chain: Chain, spans: list[Span]) -> _Built | None:
        """Adds the period that an operator makes of its dates; `None` when nobody can tell."""
        contract = any(date.kind in OF_CONTRACT for date in chain.dates)
        ranged = len(chain.links) == 1 and chain.links[0] == "to"
        if name == "between" and not ranged:
            return None
        if len(spans) > 1 or (name in {"before", "after"} and chain.links):
            return None
        span = spans[0]
        start: Bound | None = None
        end: Bound | None = None
        if name == "between":
            start, end = span.start.begin, span.end.finish
        elif name in {"from", "not_before", "plus", "after"}:
            start = self._start(name, chain, span, ranged=ranged)
            end = span.end.finish if ranged else None
        else:
            end = self._end(name, chain, span)
            open_start = self._open_before(at)
            if open_start is not None:
                return self._end_with(open_start, end, chain.last, contract=contract)
        period = Period(self._words(at, chain.last), start, end, (), contract)
        self._add(period, at, chain.last, "from" if end is None else "until")
        return self.built[-1]

    def _start(self, name: Operator, chain: Chain, span: Span, *, ranged: bool) -> Bound:
        if name == "after":
            return span.end.after()
        begin = span.start.begin
        if chain.dates[0].kind == "debut":
            begin = begin._replace(last=begin.first)
        if chain.links and not ranged:
            begin = Bound(begin.first, span.end.finish.last, "choix")
        return begin if name == "from" else begin._replace(sense="earliest")

    def _end(self, name: Operator, chain: Chain, span: Span) -> Bound:
        finish = span.end.finish
        if chain.dates[-1].kind == "fin":
            finish = finish._replace(first=finish.last)
        elif name == "before":
            return span.start.before()
        if chain.links:
            finish = Bound(span.start.begin.first, finish.last, "choix")
        return finish if name == "until" else finish._replace(sense="latest")

    def _postfix(self, at: int, name: Operator) -> bool:
        """`2026 et +`, `fin 2025 au plus tard`: turns the period that ends right before into a bound."""
        if not self.built or self.built[-1].last != at or self.built[-1].form not in {"bare", "from"}:
            return False
        before = self.built[-1]
        period = before.period
        if name == "by":
            end = period.end and period.end._replace(sense="latest")
            start = None
        else:
            end, start = None, period.start
            if start is not None and name == "not_before":
                start = start._replace(sense="earliest")
        words = self._words(before.first, at + 1)
        form = "until" if name == "by" else "from"
        changed = period._replace(words=words, start=start, end=end)
        self.built[-1] = before._replace(period=changed, last=at + 1, form=form, year=None)
        return True

    def _open_before(self, at: int) -> _Built | None:
        """The period just before `at` whose end is open, if only links or a recurrence lie between."""
        if not self.built or self.built[-1].form != "from":
            return None
        if at - self.built[-1].last > _NEAR:
            return None
        between = self.marks[self.built[-1].last : at]
        kinds = {"link", "preposition", "beat", "stop"}
        return self.built[-1] if all(one.kind in kinds for one in between) else None

    def _end_with(self, before: _Built, end: Bound, last: int, *, contract: bool) -> _Built | None:
        """Gives its end to the period that was open."""
        start = before.period.start
        if start is not None and (end.last < start.last or end.first < start.first):
            return None
        period = before.period._replace(
            words=self._words(before.first, last), end=end, contract=before.period.contract or contract
        )
        self.built[-1] = before._replace(period=period, last=last, form="until")
        return self.built[-1]

    # ---- recurrences --------------------------------------------------------------------------------

    def _with_beats(self) -> list[Period]:
        """The periods, each with what is repeated in it: what follows or precedes it in its sentence."""
        mine: dict[int, list[Beat]] = {}
        placed: list[tuple[int, Period]] = []
        opens: dict[int, int] = {}  # the first period of each sentence
        for k, built in enumerate(self.built):
            opens.setdefault(built.segment, k)
        before = -1
        for beat, at, segment in self.beats:
            while before + 1 < len(self.built) and self.built[before + 1].first < at:
                before += 1
            if before >= 0 and self.built[before].segment == segment:
                mine.setdefault(before, []).append(beat)
            elif segment in opens:
                mine.setdefault(opens[segment], []).append(beat)
            else:
                one = self._recurrence(beat)
                placed.append((at, Period(one.words, None, None, (one,))))
        placed += [
            (built.first, self._repeated(built, mine.get(k, []))) for k, built in enumerate(self.built)
        ]
        return [period for _, period in sorted(placed, key=_by_place)]

    def _repeated(self, built: _Built, beats: list[Beat]) -> Period:
        period = built.period._replace(recurrences=tuple(map(self._recurrence, beats)))
        if built.form == "bare" and any(beat.renewed and beat.unit == "an" for beat in beats):
            start, end = period.start, period.end
            # What is renewed every year does not end with its first one.
            if start is not None and end is not None and (end.last - start.first).days < 366:
                return period._replace(end=None)
        return period

    def _recurrence(self, beat: Beat) -> Recurrence:
        start, end = self.tokens[beat.start].start, self.tokens[beat.end - 1].end
        return Recurrence(Words(self.text[start:end], start), beat.unit, beat.every, beat.times)


def _by_place(placed: tuple[int, Period]) -> int:
    return placed[0]
