"""Addresses that nothing could follow are known, and the others are written so that every program can."""

import pytest

from hornbook.source.addresses import is_address, written_address


@pytest.mark.parametrize(
    "address",
    ["https://example.org", "HTTPS://EXAMPLE.ORG/UP", "http://user@a.org:8080/x?y=1#z", "https://[2001:db8::1]/", "https://münchen.example/ü",
     "mailto:a@b.org?subject=Hello", "tel:+15551234567", "http://localhost"],
)  # fmt: skip
def test_an_address_names_where_it_leads(address):
    assert is_address(address)


@pytest.mark.parametrize(
    "address",
    ["http://", "https:///path", "https:example.org", "https://[::1/x", "https://[bad", "https://a.org:99999/", "https://a.org:x/",
     "https://exa mple.org/", "https://exa%20mple.org/", "https://a|b/", "mailto:", "tel:"],
)  # fmt: skip
def test_what_names_no_host_is_no_address(address):
    assert not is_address(address)


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://example.org/a?b=%20&c=d#e", "https://example.org/a?b=%20&c=d#e"),
        ("https://example.org/a b|c^d`e{f}", "https://example.org/a%20b%7Cc%5Ed%60e%7Bf%7D"),
        ("https://example.org/a[1]?b[]=<x>", "https://example.org/a%5B1%5D?b%5B%5D=%3Cx%3E"),
        ("https://example.org/50%", "https://example.org/50%25"),
        ("https://example.org/#a#b", "https://example.org/#a%23b"),
        ("https://münchen.example/straße?ü", "https://xn--mnchen-3ya.example/stra%C3%9Fe?%C3%BC"),
        ("mailto:a@b.org?subject=Hello there", "mailto:a@b.org?subject=Hello%20there"),
        ("https://[2001:db8::1]/a", "https://[2001:db8::1]/a"),
        ("https://[bad", "https://%5Bbad"),
    ],
)
def test_what_an_address_cannot_hold_is_written_as_percent_signs(address, written):
    assert written_address(address) == written
    assert written.isascii()
    assert written_address(written) == written
