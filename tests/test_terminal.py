from __future__ import annotations

import io
import json
import sys

import pytest

from newsbot.terminal import inert, inert_stdout, say, say_anew

ODD = [*range(9), *range(11, 32), *range(127, 160), 0x2028, 0x2029, 0x202E, 0x2066, 0xD800]


@pytest.mark.parametrize("sign", [chr(number) for number in ODD], ids=ascii)
def test_what_a_terminal_might_obey_is_spelt_out(sign):
    assert inert(f"a{sign}b") == f"a\\u{ord(sign):04x}b"


@pytest.mark.parametrize("text", ["Cầu Bạch Đằng – “nối” lại", "a\tb\nc", "क्‍ष", ""])
def test_what_people_read_stays(text):
    assert inert(text) == text


def test_json_stays_the_same_json():
    record = {"headline": "\x9b31mrot\x7f \u202e"}

    assert json.loads(inert(json.dumps(record, ensure_ascii=False))) == record


def test_what_is_said_is_a_line_and_inert(capsys):
    say("Br\x1b[2Jücke")

    assert capsys.readouterr() == ("Br\\u001b[2Jücke\n", "")


def test_trouble_is_said_to_those_who_look_for_it(capsys):
    say(ValueError("a\rb"), is_trouble=True)

    assert capsys.readouterr() == ("", "a\\u000db\n")


def test_our_own_colours_pass_where_something_is_painted(capsys):
    say("\x1b[31m[-a-]\x1b[0m \x1b[30mhidden \x1b]0;title\x07", is_painted=True)

    assert capsys.readouterr().out == (
        "\x1b[31m[-a-]\x1b[0m \\u001b[30mhidden \\u001b]0;title\\u0007\n"
    )


def test_a_line_is_put_in_the_place_of_another():
    stream = io.StringIO()

    say_anew("one\x1b[2J", stream)

    assert stream.getvalue() == "\r\x1b[Kone\\u001b[2J"


def test_without_a_terminal_no_line_is_put_in_the_place_of_another(capsys):
    say_anew("one")

    assert capsys.readouterr() == ("", "")


class Screen(io.StringIO):
    """A terminal that shows what is written to it."""

    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Brücke\r\n".encode(), "Brücke\n"),
        (b"\x1b[2Ja\rb", "\\u001b[2Ja\\u000db"),
        (b"B\xfccher", "B\\xfccher"),
    ],
)
def test_bytes_that_others_print_are_inert_on_a_terminal(monkeypatch, written, shown):
    monkeypatch.setattr("sys.stdout", screen := Screen())

    with inert_stdout():
        sys.stdout.buffer.write(written)

    assert screen.getvalue() == shown


def test_text_that_others_print_is_inert_on_a_terminal(monkeypatch):
    monkeypatch.setattr("sys.stdout", screen := Screen())

    with inert_stdout():
        print("Br\x9bücke \ud800")

    assert screen.getvalue() == "Br\\u009bücke \\ud800\n"


def test_what_others_print_into_a_file_stays(capsys):
    with inert_stdout():
        print("\x1b[2J")

    assert capsys.readouterr().out == "\x1b[2J\n"
