"""The number a case has in the national petition system (全国信访信息系统), beside this office's own.

《信访工作条例》第二十一条: systems are connected and share what they hold. The national system's
format is not published; what is taken is what such numbers are made of: 6 to 32 digits, Latin
letters and hyphens.
"""

from __future__ import annotations

import re
import unicodedata

NATIONAL_PATTERN = r"^[0-9A-Z][0-9A-Z-]{4,30}[0-9A-Z]$"
_NATIONAL = re.compile(NATIONAL_PATTERN.strip("^$"))


def read_national(text: str) -> str | None:
    """The number in its one form: capitals, no spaces, plain digits and hyphens. None where it is none."""
    plain = unicodedata.normalize("NFKC", text).upper()
    plain = "".join(char for char in plain if not char.isspace() and unicodedata.category(char) != "Cf")
    plain = re.sub("[‐‑‒–—―−－]", "-", plain)
    return plain if _NATIONAL.fullmatch(plain) else None
