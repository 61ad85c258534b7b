OUTPUTS=()
class Page: pass
class File: pass
