"""How much is read: the limits of files, archives and texts, in one place, each with its reason.

Every limit is far above an essay's size, so that it stops only what would stop the machine or is no essay.
A text of 10,000 words is always marked.
"""

from __future__ import annotations

FILE_LIMIT = 20_000_000  # bytes: an essay without pictures is under 0.1 MB, one with scanned maps seldom over 10 MB
WORDS_LIMIT = 250_000  # words of one text: twice the longest history book that is set; 200,000 are marked in 40 seconds
PAGES_LIMIT = 1_000  # pages of one PDF: as the words, at a short page of 250
FILES_LIMIT = 2_000  # files of one folder or archive: a school year of 300 has some six essays each

UPLOAD_LIMIT = 200_000_000  # bytes of one file given on the screen, where it is held until it is marked: an archive of a class
ARCHIVE_LIMIT = 500_000_000  # bytes of one archive as it comes: thirty scripts with photographs are some 100 MB
UNPACKED_LIMIT = 2_000_000_000  # bytes of all files of one archive together: read one by one, never held together
PART_LIMIT = 50_000_000  # bytes of one part of a document: 200,000 words with heavy formatting make about 20 MB of XML
RATIO_LIMIT = 100  # times smaller when packed: a document's XML shrinks 5 to 30 times, a bomb about 1,000
RATIO_FROM = 10_000_000  # bytes unpacked: below this even a bomb does no harm, and repetitive text shrinks a lot


def unpacks_to_too_much(unpacked: int, packed: int, limit: int = PART_LIMIT) -> bool:
    """True where a packed file's stated size is over the limit, or so much over its packed size that it is a bomb."""
    return unpacked > limit or unpacked > max(RATIO_FROM, RATIO_LIMIT * packed)
