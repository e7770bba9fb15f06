"""How numbers are shown in sentences."""

from decimal import Decimal

import pytest

from twosource.corroborate.wording import shortened


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("33.3333333333", "33.33"),
        ("0.000000001", "0.00"),
        ("123456789012345678901234567890.123456789", "123456789012345678901234567890.12"),
        ("52.14", "52.14"),
    ],
)
def test_endless_decimals_are_shortened_however_large_the_number(value: str, shown: str):
    assert str(shortened(Decimal(value))) == shown
