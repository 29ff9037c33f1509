"""What a word could be: ordinary, clinical, a name for certain, a name and a word at once."""

from functools import cache

from journey_viewer.privacy.words.lists import clinical, common_surnames, english, given_names, words
from journey_viewer.privacy.words.text import Word

_SHORT_FORMS = frozenset(["t", "s", "d", "m", "ll", "re", "ve", "em", "n", "cha"])
# Words that stand before and after names and begin sentences: never a name by themselves.
FUNCTION = frozenset(
    ["a", "about", "above", "across", "after", "afternoon", "again", "against", "all", "alone", "along", "already", "also", "although", "always", "am", "among", "an", "and", "another", "any", "anyone", "anything", "are", "around", "as", "asked", "at", "away", "back", "be", "because", "been", "before", "behind", "being", "below", "between", "both", "but", "by", "call", "called", "can", "cannot", "claims", "could", "daily", "day", "days", "declined", "denies", "despite", "did", "do", "does", "doing", "done", "down", "due", "during", "each", "either", "else", "ended", "even", "every", "everyone", "except", "felt", "few", "first", "for", "forward", "found", "from", "further", "gave", "get", "gets", "getting", "give", "given", "go", "goes", "going", "good", "got", "had", "has", "have", "having", "he", "help", "her", "here", "hers", "herself", "him", "himself", "his", "home", "how", "however", "if", "in", "into", "is", "it", "its", "itself", "just", "keen", "kept", "last", "later", "less", "like", "looks", "made", "make", "many", "me", "mentioned", "met", "more", "morning", "most", "much", "must", "my", "near", "need", "needed", "needs", "never", "new", "next", "night", "no", "nor", "not", "nothing", "now", "of", "off", "on", "once", "one", "only", "onto", "or", "other", "our", "out", "outside", "over", "own", "pm", "please", "plus", "present", "previously", "rang", "re", "reported", "reports", "requested", "reviewed", "said", "same", "saw", "say", "saying", "says", "see", "seen", "sent", "several", "she", "should", "since", "so", "some", "someone", "something", "soon", "spoke", "states", "still", "such", "tel", "telephone", "than", "thank", "thanks", "that", "the", "their", "them", "then", "there", "therefore", "these", "they", "this", "those", "though", "through", "till", "to", "today", "together", "told", "tomorrow", "tonight", "too", "took", "transferred", "tried", "two", "under", "unless", "until", "up", "upon", "us", "usual", "usually", "very", "via", "wants", "was", "we", "week", "weeks", "well", "went", "were", "what", "when", "where", "whether", "which", "while", "who", "whole", "whom", "whose", "why", "with", "within", "without", "would", "year", "years", "yes", "yesterday", "yet", "you", "your", "thinks", "advised", "agreed", "arranged", "attended", "came", "due", "visited", "phoned", "ring", "rung", "messaged", "texted", "emailed", "wrote", "waiting", "awaiting", "unable", "able", "aware", "happy", "worried", "concerned", "unwell", "ill", "left", "right", "both", "able"]
)
# Sentences begin with these far more often than with the people who are called so.
VERBS = frozenset(
    ["will", "may", "can", "mark", "pat", "hope", "rose", "grant", "drew", "rob", "frank", "rich", "don", "grace", "jean", "mace", "long", "given", "bill", "chase", "lance", "sue", "van", "guy", "lee", "miles", "pepper", "brandy", "candy", "cliff", "clay", "crystal", "sky", "storm", "brook", "pip", "reg", "vic", "mo", "kit", "tam", "gay", "dick", "john", "cash", "case", "page", "wade", "ray", "herb", "sage", "olive", "ginger", "lavender", "coral", "dean", "earl", "duke", "major", "king", "young", "old", "little", "short", "small", "large", "brown", "white", "black", "green", "gray", "grey", "day", "week", "may", "early", "late", "well", "best", "good", "sharp", "strong", "still"]
)
# What people do: whoever stands before it is somebody.
SAYS = frozenset(
    ["said", "says", "saying", "reported", "reports", "reporting", "states", "stated", "feels", "felt", "is", "was", "has", "had", "rang", "rings", "phoned", "called", "attended", "attends", "came", "comes", "went", "goes", "lives", "lived", "wants", "wanted", "would", "told", "tells", "thinks", "thought", "denies", "denied", "stated", "asked", "asks", "declined", "agreed", "agrees", "will", "can", "could", "does", "did", "doesn't", "didn't", "hasn't", "isn't", "wasn't", "won't", "can't", "couldn't", "wouldn't", "became", "fell", "needs", "needed", "describes", "described", "appears", "appeared", "looks", "looked", "seemed", "seems", "complained", "complains", "presented", "presents", "remains", "remained", "mentioned", "mentions", "expressed", "explained", "explains", "stopped", "started", "and", "advised", "visited", "took", "takes", "gave", "gives", "got", "gets", "keeps", "kept", "visits", "helps", "helped", "manages", "managed", "cares", "cared", "works", "worked", "moved", "stays", "stayed", "discussed", "requested", "requests", "refuses", "refused", "sounded", "sounds", "struggles", "struggled", "confirmed", "confirms", "wished", "wishes", "prefers", "preferred", "likes", "liked", "also", "who", "whose", "reviewed"]
)
ROLES = frozenset(
    ["doctor", "dr", "gp", "gps", "nurse", "nurses", "sister", "matron", "midwife", "paramedic", "paramedics", "physio", "physiotherapist", "consultant", "registrar", "sho", "fy1", "hca", "pharmacist", "psychiatrist", "psychologist", "counsellor", "cpn", "receptionist", "surgeon", "therapist", "dietitian", "dietician", "podiatrist", "anp", "acp", "ot", "team", "care", "carer", "carers", "social", "worker", "workers", "support", "staff", "practitioner", "practice", "district", "community", "mental", "health", "service", "services", "crisis", "duty", "on-call", "locum", "partner", "specialist", "advisor", "adviser", "clinician", "manager", "coordinator", "co-ordinator", "navigator", "visitor", "officer", "assistant", "associate", "intern", "student", "trainee", "secretary", "warden", "police", "ambulance", "ward", "clinic", "hospital", "surgery", "admin", "reception", "patient", "pt", "mum", "mother", "dad", "father", "daughter", "son", "wife", "husband", "friend", "neighbour", "brother", "family", "parents", "parent", "gran", "nan", "grandma", "granddad", "grandson", "granddaughter", "aunt", "uncle", "niece", "nephew", "cousin", "relative", "relatives", "nok"]
)


def spelling(word: Word) -> str:
    """As the lists spell it: no apostrophe inside."""
    return word.low.replace("'", "")


@cache
def is_clinical(low: str) -> bool:
    return low in clinical() or (low.endswith("s") and low[:-1] in clinical())


@cache
def is_english(low: str) -> bool:
    return low in english() or (low in words("english_capital") and low not in given_names())


@cache
def is_ordinary(low: str) -> bool:
    """In the ordinary English or the clinical list, contractions and possessives with their first part."""
    head, apostrophe, tail = low.partition("'")
    if apostrophe:
        return tail in _SHORT_FORMS and is_ordinary(head.removesuffix("n") if tail == "t" else head)
    return len(low) == 1 or is_english(low) or is_clinical(low)


@cache
def may_be_a_name(low: str) -> bool:
    """A given name or a surname that many bear, though it may be a word too."""
    return (
        is_given_and_a_word(low) or low in common_surnames() or (low in given_names() and not is_english(low))
    )


@cache
def is_only_a_name(low: str) -> bool:
    """On the lists of names and no word besides: a name with or without a capital."""
    if low in words("own_sure_names"):
        return True
    if is_ordinary(low) or low in words("eponyms") or len(low) < 3:
        return False
    return low in given_names() or low in common_surnames()


@cache
def is_on_the_lists_of_names(low: str) -> bool:
    return low in given_names() or low in words("surnames")


@cache
def is_given_and_a_word(low: str) -> bool:
    """Such as Mark, Rose, Will."""
    return low in words("own_names") or low in words("own_sure_names")
