"""What an author saved: a picture of a known kind, opened with care, since nobody knows who made it."""

import hashlib
import struct
import zlib
from io import BytesIO

from PIL import Image, ImageCms, ImageOps, features

from .picture import WIDTHS

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "AVIF")
UNREADABLE = (OSError, SyntaxError, ValueError, TypeError, LookupError, EOFError, OverflowError, RuntimeError, struct.error, zlib.error)
"""What Pillow raises for a file that is not what it seems."""

OPTIONS: dict[str, dict[str, object]] = {
    "avif": {"quality": 50, "speed": 8, "max_threads": 1},
    "webp": {"quality": 75, "method": 2},
    "jpeg": {"quality": 80, "optimize": True, "progressive": True},
    "png": {"optimize": True},
}
"""How each kind is encoded: so that nobody sees a difference, and a picture takes no more than some tenths of a second."""

_TURNED = range(5, 9)
"""The values of EXIF's orientation in which width and height change places."""
_ORIENTATION = 0x0112
_SRGB = ImageCms.createProfile("sRGB")
_VERSIONS = [features.version(name) for name in ("pil", "avif", "webp", "libjpeg_turbo", "zlib", "littlecms2")]

# Pillow only warns; read.py asks for the number of pixels first, and says so in words.
Image.MAX_IMAGE_PIXELS = None


def digest_of(content: bytes) -> str:
    """What the files made of a picture depend on: its bytes, our settings, and the libraries that encode."""
    return hashlib.sha256(repr((WIDTHS, OPTIONS, _VERSIONS)).encode() + content).hexdigest()[:16]


def opened(content: bytes) -> Image.Image:
    """A picture of which only the head is read. Raises one of UNREADABLE."""
    return Image.open(BytesIO(content), formats=FORMATS)


def size_of(image: Image.Image) -> tuple[int, int]:
    """Width and height, turned as it is to be seen."""
    width, height = image.size
    return (height, width) if image.getexif().get(_ORIENTATION) in _TURNED else (width, height)


def is_animated(image: Image.Image) -> bool:
    """Whether it moves. A telephone may put a second picture behind the first (MPO), which does not."""
    return image.format != "MPO" and bool(getattr(image, "is_animated", False))


def fallback_of(image: Image.Image) -> str:
    """JPEG for photographs; PNG for drawings, and where one can look through."""
    return "png" if image.format in ("PNG", "GIF") or image.has_transparency_data else "jpeg"


def as_seen(image: Image.Image) -> Image.Image:
    """All pixels: upright, in sRGB, and with nothing else that the file says. Raises one of UNREADABLE."""
    profile = image.info.get("icc_profile")
    upright = _in_bytes(ImageOps.exif_transpose(image))
    mode = "RGBA" if upright.has_transparency_data else "RGB"
    plain = upright if upright.mode in ("RGB", "CMYK", "L") and mode == "RGB" else upright.convert(mode)
    seen = _in_srgb(plain, profile, mode) if profile else plain.convert(mode)
    seen.info.clear()
    return seen


def _in_bytes(image: Image.Image) -> Image.Image:
    """Grey in 65536 steps, as some scanners save it, in 256; Pillow itself would cut off what is lighter."""
    if not image.mode.startswith("I"):
        return image
    return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")


def _in_srgb(image: Image.Image, profile: bytes, mode: str) -> Image.Image:
    """Colours as the profile means them; a profile that does not fit is left out, as browsers do."""
    try:
        turned = ImageCms.profileToProfile(image, ImageCms.ImageCmsProfile(BytesIO(profile)), _SRGB, outputMode=mode)
    except ImageCms.PyCMSError:
        turned = None
    return turned or image.convert(mode)
