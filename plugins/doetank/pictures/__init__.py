"""Pictures as browsers want them: read and checked, in several widths and kinds, without what a camera wrote in them.

Only here is Pillow known. Start in picture.py.
"""

from .cache import Cache
from .encode import PictureChanged, encode_picture
from .picture import SUFFIXES, Picture, is_picture
from .read import read_picture

__all__ = ["SUFFIXES", "Cache", "Picture", "PictureChanged", "encode_picture", "is_picture", "read_picture"]
