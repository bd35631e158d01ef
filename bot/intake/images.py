"""Photos: decoded within a limit, turned upright, and made anew without anything but the picture.

Making anew is the point: every sniffer takes a JPEG followed by a script for a JPEG, and a photo's
metadata tell where its owner stood. What comes out holds pixels alone: no EXIF, GPS, XMP, comment or
colour profile (a wide-gamut photo loses a little colour), nothing after its end.
"""

from __future__ import annotations

import io
import warnings
from typing import Final

import pillow_heif
from PIL import Image, ImageOps

from bot.intake.kinds import MAX_PIXELS, MAX_SIDE_PX, Cleaned, FileRefused

JPEG_QUALITY: Final = 85
MAX_PNG_BYTES: Final = 1_000_000

# Media type → the one Pillow decoder that may touch it, and whether it keeps sharp edges.
DECODERS: Final[dict[str, tuple[str, bool]]] = {
    "image/jpeg": ("JPEG", False),
    "image/png": ("PNG", True),
    "image/apng": ("PNG", True),
    "image/gif": ("GIF", True),
    "image/webp": ("WEBP", False),
    "image/heic": ("HEIF", False),
    "image/avif": ("AVIF", False),
}

pillow_heif.register_heif_opener()
# Once and for the process: catch_warnings is not safe in threads, and the warning is a refusal here.
warnings.filterwarnings("error", category=Image.DecompressionBombWarning)


def clean_image(data: bytes, media_type: str) -> Cleaned:
    """The picture alone, upright, at most `MAX_SIDE_PX`, as a JPEG; as a PNG where it is a small drawing.

    The first picture of an animation. Raises `FileRefused`: 'bomb' above `MAX_PIXELS`, 'damaged' when it
    does not decode.
    """
    decoder, sharp = DECODERS[media_type]
    try:
        with Image.open(io.BytesIO(data), formats=(decoder,)) as opened:
            if opened.width * opened.height > MAX_PIXELS:  # known from the header, before any decoding
                raise FileRefused("bomb")
            return _made_anew(opened, sharp)
    except FileRefused:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise FileRefused("bomb") from None
    except Exception as fault:  # decoders raise whatever they please on damaged bytes
        raise FileRefused("damaged") from fault


def _made_anew(opened: Image.Image, sharp: bool) -> Cleaned:
    large = max(opened.size) > MAX_SIDE_PX
    if opened.mode == "RGB":  # shrunk while it is decoded, where the format can: little memory
        opened.thumbnail((MAX_SIDE_PX, MAX_SIDE_PX))
    upright = ImageOps.exif_transpose(opened)
    picture = _on_white(upright)
    picture.thumbnail((MAX_SIDE_PX, MAX_SIDE_PX))
    picture.info = {}  # Pillow would write a profile or a comment found here
    if sharp and not large and picture.getcolors(256) is not None:
        png = io.BytesIO()
        picture.save(png, "PNG", optimize=True)
        if png.tell() <= MAX_PNG_BYTES:
            return Cleaned(png.getvalue(), "image/png", ".png", "photo")
    jpeg = io.BytesIO()
    picture.save(jpeg, "JPEG", quality=JPEG_QUALITY, optimize=True)
    return Cleaned(jpeg.getvalue(), "image/jpeg", ".jpg", "photo")


def _on_white(image: Image.Image) -> Image.Image:
    """The image in 8-bit RGB, what is transparent on white, as a page would show it."""
    if image.mode.startswith("I"):  # 16-bit grey, as scanners make it: convert() alone would clip it white
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L").convert("RGB")
    if not image.has_transparency_data:
        return image.convert("RGB")
    seen = image.convert("RGBA")
    page = Image.new("RGB", seen.size, "white")
    page.paste(seen, mask=seen.getchannel("A"))
    return page
