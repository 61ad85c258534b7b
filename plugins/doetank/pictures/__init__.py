"""Pictures as browsers want them: read and checked, in several widths and kinds, without what a camera wrote in them.

Only here is Pillow known. Start in picture.py.
"""

from ..media import is_picture
from .cache import Cache
from .encode import PictureChanged, encode_picture
from .picture import Picture
from .read import read_picture

__all__ = ["Cache", "Picture", "PictureChanged", "encode_picture", "is_picture", "read_picture"]
