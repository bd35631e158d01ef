"""The same complaint in both languages, step by step: "=id" presses a button, anything else is typed."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw

TO_EVIDENCE = {
    "zh": (
        *("=language:zh", "=menu:complaint", "=consent:agree", "=matter:work", "=matter:wages"),
        *("=place:540621100", "=place:540621100201", "我去年在工地干了三个月，工资没有发。", "=facts:done"),
        *("请帮我要回工资。", "2026年3月", "8600", "5", "=told_before:no"),
    ),
    "bo": (
        *("=language:bo", "=menu:complaint", "=consent:agree", "=matter:work", "=matter:wages"),
        *("=place:540621100", "=place:540621100201", "ངས་ལས་ཀ་ཟླ་བ་ 3 བྱས་ཀྱང་གླ་ཕོགས་མ་སྤྲད།", "=facts:done"),
        *("གླ་ཕོགས་སྤྲོད་རོགས།", "=since:skip", "8600", "=people:skip", "=told_before:no"),
    ),
}
TO_SUMMARY = {
    "zh": ("=behalf:self", "=identity:confidential", "次仁卓玛", "13908900001"),
    "bo": ("=behalf:self", "=identity:named", "ཚེ་རིང་སྒྲོལ་མ།", "13908900001"),
}
LANGUAGES = ("zh", "bo")


def photo() -> bytes:
    """A photograph of something like a paper, as a phone would send it."""
    picture = Image.new("RGB", (900, 640), (214, 205, 186))
    drawing = ImageDraw.Draw(picture)
    drawing.polygon([(120, 60), (800, 90), (770, 600), (90, 560)], fill=(250, 249, 244))
    for line in range(8):
        drawing.line([(190, 150 + line * 48), (690 - line * 17, 166 + line * 48)], fill=(70, 76, 90), width=7)
    drawing.ellipse([(560, 420), (700, 540)], outline=(190, 40, 40), width=9)
    out = BytesIO()
    picture.save(out, "JPEG", quality=85)
    return out.getvalue()
