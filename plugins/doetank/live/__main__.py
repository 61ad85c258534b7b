"""Watch, build, show: `python -m doetank.live content folder`. Ctrl+C ends all of it."""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from threading import Thread

from .following import Following
from .news import News
from .program import Program
from .server import live_server
from .watch import Watched


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until interrupted. 2 when the port is taken."""
    parser = argparse.ArgumentParser(prog="live", description="Show a site while it is written.")
    parser.add_argument("content", type=Path, help="the folder with texts")
    parser.add_argument("folder", type=Path, help="where the site is put together; it is for this program alone")
    parser.add_argument(
        "--settings", type=Path, default=Path("pelicanconf.py"), help="the choices of the site; other paths count from its folder"
    )
    parser.add_argument("--port", type=int, default=8000, help="the port to use (default: 8000)")
    options = parser.parse_args(arguments)
    root = options.settings.resolve().parent
    content, folder, settings = root / options.content, root / options.folder, root / options.settings.name
    folder.mkdir(parents=True, exist_ok=True)
    news = News(str(time.time_ns()))
    try:
        server = live_server(folder, news, options.port)
    except OSError as error:
        print(f"Port {options.port} cannot be used ({error.strerror}); choose another with --port.", file=sys.stderr)
        return 2
    command = [sys.executable, "-m", "doetank.live.builder", str(content), str(settings), str(folder)]
    code = (root / "plugins", root / "theme" / "translations")
    watched = Watched((content, root / "plugins", root / "theme"), (settings,))
    following = Following(Program(command, root), watched.changes, news, folder, (*code, settings))
    print(f"The site is on http://localhost:{server.server_port}/ (Ctrl+C stops it)", flush=True)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        following.run()
    except KeyboardInterrupt:
        print()
    finally:
        following.stop()
        watched.stop()
        server.shutdown()
        server.server_close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
