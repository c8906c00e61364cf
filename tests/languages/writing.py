"""Lessons by chance in many scripts, the same ones for the same number: words of a script among numbers, Latin and brackets."""

from random import Random

SCRIPTS: dict[str, tuple[str, str]] = {
    "arabic": ("ar", "المساعدة قريبة منك لا الإنترنت شخصاً مُحَمَّد حاجة؟ أو رسالة، قال ثم ذهب الله"),
    "chinese-simplified": ("zh-Hans", "帮助 就在 你身边 网上 发生了什么。 我们如何 互相保护， 说出来 《信任》"),
    "chinese-traditional": ("zh-Hant", "幫助 就在 你身邊 網上 發生了什麼。 我們如何 互相保護， 說出來 「信任」"),
    "cyrillic": ("ru", "помощь рядом с тобой интернет объяснить, ёлка щит. Їжак ґанок"),
    "devanagari": ("hi", "मदद आपके पास है इंटरनेट क्या हो रहा क्षमा विद्यार्थी। श्रृंखला"),
    "greek": ("el", "βοήθεια είναι κοντά σου διαδίκτυο· μαΐου Ύμνος ΐ ώρα"),
    "hebrew": ("he", "העזרה קרובה אליך באינטרנט שָׁלוֹם ספר, ילד? אמא"),
    "japanese": ("ja", "助けは すぐ そばに ある。 インターネットで 何が 起きるか、 「話そう」 ヴ"),
    "khmer": ("km", "ជំនួយ នៅជិត អ្នក អ៊ីនធឺណិត ស្រី ខ្ញុំ ប្រាប់"),
    "korean": ("ko", "도움은 가까이에 있습니다. 인터넷에서 무슨 일이 믿을 수 있는 어른, 말하기"),
    "latin": ("fr", "l’aide est près de vous naïve œuvre ça Noël façade, straße Øre"),
    "thai": ("th", "ความช่วยเหลือ อยู่ใกล้คุณ อินเทอร์เน็ต เกิดอะไรขึ้น ผู้ใหญ่ ที่ไว้ใจได้ น้ำ"),
    "vietnamese": ("vi", "sự giúp đỡ ở gần bạn nghĩa là gì? Nguyễn ằ ẵ ộ ữ tiếng Việt, ỗng"),
}
"""A language of each script, and words of it."""
FOREIGN = (
    *(
        "+1 888 373 7888",
        "1-888-373-7888",
        "(202) 555-0123",
        "233733",
        "50%",
        "2024-05-06",
        "12:30",
        "3,5",
        "Take It Down",
    ),
    *("help", "PDF (ISO)", "help@example.org", "(see: help)", "[A]", "A/B"),
)
HANDOUTS = (
    "guided-notes",
    "guided-notes-key",
    "worksheet",
    "quiz",
    "facilitator-guide",
    "vocabulary-cards",
    "slides-3up",
)


def lesson_in(script: str, number: int) -> dict[str, object]:
    """The outline of that number."""
    language, words = SCRIPTS[script]
    chance = Random(f"{script} {number}")
    says = _Says(chance, words.split())
    kinds = chance.sample((_points, _steps, _compare, _table, _quiz, _scenario, _define, _timeline, _chart), 4)
    slides = [{"title": says(5), **kind(says)} for kind in kinds]
    return {
        "title": says(5),
        "language": language,
        "objectives": [says(6), says(6)],
        "vocabulary": {f"{says.word()} {place}": says(9) for place in range(2)},
        "handouts": list(HANDOUTS),
        "slides": [*slides, {"statement": says(6)}],
    }


class _Says:
    def __init__(self, chance: Random, words: list[str]) -> None:
        self.chance = chance
        self.words = words

    def __call__(self, most: int) -> str:
        said = [self.word() for _ in range(self.chance.randint(1, most))]
        if self.chance.random() < 0.4:
            said.insert(self.chance.randint(0, len(said)), self.chance.choice(FOREIGN))
        if len(said) > 1 and self.chance.random() < 0.3:
            said[-1] = f"({said[-1]})"
        return " ".join(said)

    def word(self) -> str:
        return self.chance.choice(self.words)

    def several(self, least: int, most: int, words: int) -> list[str]:
        return [self(words) for _ in range(self.chance.randint(least, most))]


def _points(says: _Says) -> dict[str, object]:
    return {
        "points": [*says.several(1, 3, 8), {"text": says(4), "points": says.several(1, 2, 5)}, f"=={says.word()}=="]
    }


def _steps(says: _Says) -> dict[str, object]:
    return {"steps": says.several(2, 5, 4)}


def _compare(says: _Says) -> dict[str, object]:
    return {"compare": [{"heading": says.word(), "points": says.several(1, 3, 4)} for _ in range(2)]}


def _table(says: _Says) -> dict[str, object]:
    rows = [[says.word(), says(3)] for _ in range(3)]
    return {"table": {"caption": says(4), "header": [says.word(), says.word()], "rows": rows}}


def _quiz(says: _Says) -> dict[str, object]:
    choices = [f"{place} {says(3)}" for place in range(3)]
    return {"quiz": [{"ask": says(6), "choices": choices, "answer": choices[1], "why": says(4)}]}


def _scenario(says: _Says) -> dict[str, object]:
    return {"scenario": {"story": says(20), "questions": says.several(1, 2, 6), "answers": [says(4)]}}


def _define(says: _Says) -> dict[str, object]:
    return {"points": [f"**{says.word()}**: {says(6)}", says(5)]}


def _timeline(says: _Says) -> dict[str, object]:
    return {"timeline": [{"when": str(2018 + place), "what": says(4)} for place in range(3)]}


def _chart(says: _Says) -> dict[str, object]:
    labels = [f"{says.word()} {place}" for place in range(3)]
    return {"chart": {"type": "bar", "labels": labels, "series": {says.word(): [3, 2, 1]}, "alt": says(3)}}
