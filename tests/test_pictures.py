"""Pictures are read with care, turned upright, made into the sizes and kinds that browsers want, and lose what a camera wrote in them."""

import hashlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, features
from PIL.PngImagePlugin import PngInfo

from doetank.build.pictures import write_pictures
from doetank.pictures import Cache, Picture, PictureChanged, encode_picture, is_picture, read_picture
from doetank.pictures.original import UNREADABLE, as_seen, digest_of, is_animated, opened

NAME = "media/Een Zaal.jpg"
KINDS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")


def image(width=40, height=20, mode="RGB"):
    """Red on the left, blue on the right."""
    made = Image.new("RGB", (width, height), "red")
    made.paste("blue", (width // 2, 0, width, height))
    return made.convert(mode)


def saved(made, kind="JPEG", **options):
    buffer = BytesIO()
    made.save(buffer, kind, **options)
    return buffer.getvalue()


def put(folder, content, name=NAME):
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)
    return folder


def read(folder, content, cache=None):
    return read_picture(NAME, put(folder, content), "content", cache)


def encoded(folder, content):
    """The files made of a picture, by kind and width."""
    cache = Cache(folder / "cache")
    picture = read(folder, content)
    encode_picture(picture, folder, cache)
    return {(file.kind, file.width): cache.place(file).read_bytes() for file in picture.files()}


def with_gps():
    exif = Image.Exif()
    exif[0x010F] = "Camera van Jo"
    exif[0x0112] = 6  # to be turned a quarter to the right
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 22.0, 0.0), 3: "E", 4: (4.0, 53.0, 0.0)})
    return saved(image(), exif=exif, comment=b"thuis genomen")


def colour(made, x, y):
    red, _, blue = made.convert("RGB").getpixel((x, y))
    return "red" if red > blue else "blue"


@pytest.mark.parametrize(
    ("width", "widths"), [(40, (40,)), (688, (688,)), (800, (688, 800)), (1300, (688, 1032, 1300)), (3000, (688, 1032, 1376))]
)
def test_there_are_at_most_three_widths_and_none_is_larger_than_the_original(tmp_path, width, widths):
    picture = read(tmp_path, saved(image(width, width // 2)))
    assert (picture.width, picture.height) == (widths[-1], widths[-1] // 2)
    assert [(file.kind, file.width) for file in picture.files()] == [
        ("jpeg", widths[-1]),
        *((kind, one) for one in reversed(widths) for kind in ("avif", "webp")),
    ]
    for kind in ("avif", "webp"):
        shown = getattr(picture, kind)
        assert shown == ", ".join(f"/beeld/een-zaal-{picture.digest}-{one}.{kind} {one}w" for one in widths)


def test_every_file_is_of_its_kind_and_size(tmp_path):
    for (kind, width), content in encoded(tmp_path, saved(image(1500, 750))).items():
        with Image.open(BytesIO(content)) as made:
            assert (made.format.lower(), made.size) == (kind, (width, width // 2))
            assert colour(made, 5, 5) == "red"
            assert colour(made, width - 5, 5) == "blue"


def test_what_a_camera_wrote_is_gone_and_the_picture_stands_upright(tmp_path):
    original = with_gps()
    assert b"Camera van Jo" in original
    files = encoded(tmp_path, original)
    assert {kind for kind, _ in files} == {"avif", "webp", "jpeg"}
    for content in files.values():
        with Image.open(BytesIO(content)) as made:
            assert made.size == (20, 40)
            assert colour(made, 10, 5) == "red"
            assert colour(made, 10, 35) == "blue"
            assert not made.getexif()
            assert not {"exif", "icc_profile", "comment", "xmp"} & made.info.keys()
        for told in (b"Camera", b"thuis", b"Exif"):
            assert told not in content


def test_texts_in_a_png_are_gone(tmp_path):
    info = PngInfo()
    info.add_text("Author", "Jo Voorbeeld")
    files = encoded(tmp_path, saved(image(), "PNG", pnginfo=info, exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0"))
    assert {kind for kind, _ in files} == {"avif", "webp", "png"}
    assert not any(b"Jo Voorbeeld" in content or b"eXIf" in content or b"EXIF" in content for content in files.values())


def test_colours_are_those_that_the_profile_means(tmp_path):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()  # for other pictures than this one
    broken = encoded(tmp_path, saved(image(), icc_profile=profile))
    assert broken == encoded(tmp_path, saved(image()))
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for content in encoded(tmp_path, saved(image(), "PNG", icc_profile=srgb)).values():
        with Image.open(BytesIO(content)) as made:
            assert "icc_profile" not in made.info
            assert colour(made, 5, 5) == "red"


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_every_mode_of_a_png_can_be_shown(tmp_path, mode):
    original = saved(image(mode=mode), "PNG")
    with Image.open(BytesIO(original)) as made:
        seen = made.convert("L").getpixel((0, 0))
    for content in encoded(tmp_path, original).values():
        with Image.open(BytesIO(content)) as shown:
            assert shown.convert("L").getpixel((0, 0)) == pytest.approx(seen, abs=12)


def test_grey_in_65536_steps_stays_as_light_as_it_is(tmp_path):
    for content in encoded(tmp_path, saved(Image.new("I;16", (8, 8), 30000), "PNG")).values():
        with Image.open(BytesIO(content)) as shown:
            assert shown.convert("L").getpixel((4, 4)) == pytest.approx(117, abs=3)


def test_a_print_in_cmyk_becomes_one_for_screens(tmp_path):
    for content in encoded(tmp_path, saved(image(mode="CMYK"))).values():
        with Image.open(BytesIO(content)) as made:
            assert made.mode == "RGB"


@pytest.mark.parametrize(
    ("kind", "mode", "fallback"),
    [
        ("WEBP", "RGB", "jpeg"),
        ("AVIF", "RGB", "jpeg"),
        ("WEBP", "RGBA", "png"),
        ("GIF", "P", "png"),
        ("PNG", "P", "png"),
        ("JPEG", "L", "jpeg"),
    ],
)
def test_the_fallback_is_jpeg_unless_it_is_a_drawing_or_one_can_look_through_it(tmp_path, kind, mode, fallback):
    made = image(mode=mode)
    if mode == "RGBA":
        made.putalpha(100)
    picture = read(tmp_path, saved(made, kind))
    assert picture.fallback == fallback
    assert picture.type == f"image/{fallback}"


def test_equal_pictures_give_equal_bytes_and_another_picture_gets_another_address(tmp_path):
    content = saved(Image.effect_noise((900, 500), 60))
    assert encoded(tmp_path / "a", content) == encoded(tmp_path / "b", content)
    other = read(tmp_path, saved(Image.effect_noise((900, 500), 61)))
    assert other.digest != read(tmp_path, content).digest
    assert digest_of(content) != hashlib.sha256(content).hexdigest()[:16], "the settings count too"


def test_a_picture_is_encoded_once(tmp_path, monkeypatch):
    cache = Cache(tmp_path / "cache")
    picture = read(tmp_path, saved(image()))
    write_pictures([picture, picture], tmp_path, cache, tmp_path / "first", workers=2)
    monkeypatch.setattr("doetank.pictures.encode.as_seen", lambda _: pytest.fail("encoded again"))
    monkeypatch.setattr("doetank.pictures.read.as_seen", lambda _: pytest.fail("looked through again"))
    assert read(tmp_path, saved(image()), cache) == picture
    write_pictures([picture], tmp_path, cache, tmp_path / "second", workers=1)
    names = sorted(path.name for path in (tmp_path / "first" / "beeld").iterdir())
    assert names == sorted(path.name for path in (tmp_path / "second" / "beeld").iterdir())
    assert names == sorted(path.name for path in cache.folder.iterdir()), "nothing half written stays"
    cache.place(next(picture.files())).unlink()
    assert not cache.holds(picture)


def test_a_picture_that_changes_while_the_site_is_built_stops_the_build(tmp_path):
    picture = read(tmp_path, saved(image()))
    put(tmp_path, saved(image(30, 30)))
    with pytest.raises(PictureChanged, match=NAME):
        encode_picture(picture, tmp_path, Cache(tmp_path / "cache"))


def test_two_pictures_in_one_file_of_a_telephone_do_not_move():
    double = saved(image(), "MPO", save_all=True, append_images=[image()])
    with opened(double) as found:
        assert (found.format, is_animated(found)) == ("MPO", False)


def test_pictures_are_known_by_their_names():
    assert [name for name in ("media/a.PNG", "media/a.jpeg", "media/a.pdf", "media/png") if is_picture(name)] == [
        "media/a.PNG",
        "media/a.jpeg",
    ]


def test_an_upright_picture_is_one_that_is_not_wider_than_high():
    assert Picture("media/a.png", 10, 10, "d", "png").is_upright
    assert not Picture("media/a.png", 11, 10, "d", "png").is_upright


SMALL = [saved(image(9, 7), kind) for kind in KINDS]


@given(st.sampled_from(SMALL), st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), max_size=8), st.integers(0, 2000))
def test_a_damaged_file_is_refused_or_read_and_nothing_else(content, changes, length):
    damaged = bytearray(content)
    for place, value in changes:
        damaged[place % len(damaged)] = value
    try:
        with opened(bytes(damaged[: max(1, length)])) as found:
            if found.width * found.height < 1_000_000:
                is_animated(found)
                as_seen(found)
    except UNREADABLE:
        pass


def test_the_libraries_that_encode_are_those_that_the_lock_names():
    assert all(features.check(name) for name in ("avif", "webp", "littlecms2"))
