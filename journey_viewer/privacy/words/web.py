"""E-mail and web addresses, and names of accounts."""

import re
from collections.abc import Iterator

from journey_viewer.privacy.words.pieces import Rule
from journey_viewer.privacy.words.text import Found
from journey_viewer.privacy.words.vocabulary import is_ordinary

_ENDINGS = "com|net|org|uk|co|gov|nhs|info|biz|io|me|eu|tv|ac|ie|scot|wales|cymru|london|online|app|dev|de|fr|us|edu|health|care|clinic|blog|site|xyz|ly|be|gg|link|social|page|club|shop|live|int|pl|es|it|in"
_EMAIL = re.compile(
    r"[\w.+%'-]+(?:@|\s@\s)(?=[\w-]*[^\W\d_])[\w-]+(?:\.[\w-]+|\s\.\s?[\w-]+|\.\s(?:com|net|org|uk|co)\b)+|[\w.+%-]{2,}@[\w.-]+"
)
_SPOKEN = re.compile(
    rf"\b(?:[\w+-]+\s?[\[({{]\s?dot\s?[\])}}]\s?)*[\w.+-]+\s*[\[({{]?\s*\bat\b\s*[\])}}]?\s*[\w-]+(?:\s*(?:[\[({{]\s*dot\s*[\])}}]|\bdot\b|\.)\s*(?:[\w-]+\b(?=\s*(?:dot\b|\.\w))|(?:{_ENDINGS})\b))+",
    re.IGNORECASE,
)
_WEB = re.compile(
    rf"\b(?:https?|ftp|hxxps?)\s?:\s?//\S*[\w/]|\bwww\s?\.\s?\S*[\w/]|\b[a-z0-9][\w-]*(?:\.[\w-]+)*\.(?:{_ENDINGS})\b(?:/\S*[\w/]|/)?",
    re.IGNORECASE,
)
_AT = re.compile(
    r"(?<![\w.])@(?:\s(?!home\b|work\b|school\b|hosp\b|night\b|the\b|a\b|clinic\b|surgery\b|gp\b|\d))?(?=\w*[^\W\d])[\w.]*\w"
)
_ACCOUNT = re.compile(
    r"\b(?:instagram|insta|ig|facebook|fb|twitter|snap ?chat|snap|tik ?tok|skype|whats ?app|linked ?in|you ?tube|discord"
    r"|telegram|signal|twitch|steam|roblox|fortnite|vinted|ebay|onlyfans|tinder|grindr|hinge|bumble|kik|wechat|viber|pinterest|strava|tumblr|reddit|messenger|x|threads|bluesky|mastodon|xbox|psn|gamer ?tag|user ?name|user|handle|screen name"
    r"|log ?in|profile|account|posts as|posting as|online as)\b"
    r"(?P<link>(?:\s+(?:handle|account|name|username|user|profile|page|as|under|called|named|is|tag|id))*\s*(?:[:=]|-\s)?\s*)"
    r"(?P<name>[\w.][\w.-]*\w)",
    re.IGNORECASE,
)
_WRITTEN_SO = re.compile(
    r"(?<!\w)[ur]/(?=\w*[a-z]{3})\w{3,}|\b\w{3,}#\d{4}\b|/{3}[a-z]+\.[a-z]+\.[a-z]+", re.IGNORECASE
)
_MADE_UP = re.compile(r"[^\W\d_]+(?:[\d_.]|-(?=\w))[\w.-]*|\d+[^\W\d_]\w*")
_LINK = re.compile(r"[:=]|\b(?:as|under|called|named|is|handle|username)\b", re.IGNORECASE)


def find_web(text: str) -> Iterator[Found]:
    if "@" in text or re.search(r"\bat\b", text, re.IGNORECASE):
        for pattern in (_EMAIL, _SPOKEN):
            for match in pattern.finditer(text):
                if (
                    pattern is _SPOKEN
                    and is_ordinary(match.group().split()[0].casefold())
                    and "dot" not in match.group()
                ):
                    continue  # the blog at example.net
                yield Found(*match.span(), Rule.EMAIL)
    for match in _WEB.finditer(text):
        yield Found(*match.span(), Rule.WEB)
    for match in _AT.finditer(text):
        yield Found(*match.span(), Rule.HANDLE)
    for match in _WRITTEN_SO.finditer(text):
        yield Found(*match.span(), Rule.HANDLE)
    for match in _ACCOUNT.finditer(text):
        if _MADE_UP.fullmatch(match["name"]) or (_LINK.search(match["link"]) and not match["name"].isdigit()):
            yield Found(*match.span("name"), Rule.HANDLE)
