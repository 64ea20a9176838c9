"""Files to articles: `find` says which to read, `read` and `read_bytes` read them."""

from sayso.articles.errors import ArticleError
from sayso.articles.files import find, skipped
from sayso.articles.formats import of_name as format_of
from sayso.articles.identity import identify
from sayso.articles.reading import read, read_bytes

__all__ = ["ArticleError", "find", "format_of", "identify", "read", "read_bytes", "skipped"]
