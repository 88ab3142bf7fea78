"""The plan that the property tests fill has no place left empty."""

from tests.outputs.templates.filled import HARMLESS, filled, places_of, places_of_the_model


def test_every_key_of_the_model_that_takes_text_is_filled() -> None:
    assert places_of(filled(HARMLESS), HARMLESS) == places_of_the_model()
    assert len(places_of_the_model()) > 40
