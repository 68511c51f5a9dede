"""The names of all clues, by what they speak of. `data/gloss_weights.tsv` has a weight for each of them.

Some questions are asked of groups of names; such a group is a type here, and the set of its names below.
"""

from __future__ import annotations

from typing import Literal, get_args

Enclosing = Literal["enclosed", "enclosed_with_bracket", "inside_marked", "after_quoted", "quotation_with_tail"]
"""Marks stand around the English span."""
SetApart = Literal[
    "after_or", "after_link", "after_quoted", "before_linked_reading", "inside_link", "in_next_bracket",
    "dash_behind_reading", "inside_dash", "translates_reading", "behind_reading",
]  # fmt: skip
"""The author set the English apart from the Chinese as its translation."""
Sound = Literal["sounds_alike", "sounds_alike_lower"]
"""The two sides sound alike."""
NoTranslation = Literal[
    Sound, "inside_abbreviation", "begins_with_function_word", "holds_verb", "ends_with_function_word"
]
"""The English span does not translate the Chinese."""
EnglishBeginning = Literal[
    "begins_with_article", "begins_with_article_of_title", "begins_with_determiner", "begins_with_function_word",
    "begins_with_job_title", "begins_with_modifier", "begins_with_number", "begins_with_possessive",
    "begins_with_year", "begins_with_possessive_abbreviation", "begins_with_gerund", "begins_with_adverb",
]  # fmt: skip
ChineseBeginning = Literal[
    "zh_begins_with_adverb",
    "zh_begins_with_conjunction", "zh_begins_with_cutter", "zh_begins_with_determiner",
    "zh_begins_with_name", "zh_begins_with_noun", "zh_begins_with_number", "zh_begins_with_particle",
    "zh_begins_with_preposition",
    "zh_begins_with_pronoun", "zh_begins_with_suffix", "zh_begins_with_verb",
    "zh_begins_with_verbal_noun",
]  # fmt: skip
_Layout = Literal[
    "layout (en, zh)", "layout (zh) en", "layout en (zh)", "layout en zh", "layout en, en (zh, zh)",
    "layout zh, or en", "(en, zh) beside English", "(en, zh) beside transcription",
    "(zh) en beside English", "(zh) en beside transcription", "after_comma", "after_words", "before_reading",
    "inside_after", "inside_before", "inside_past_other", "inside_same_part", "listed", "shared_by_several",
    "cuts_enclosed", "title_keeps_article", "title_lacks_article", "transcription_beside_translation",
]  # fmt: skip
_Surroundings = Literal[
    "gesture", "glued", "chinese_clause", "identifier_in_no_prose",
    "identifier_before_bracket", "possessor", "name_inside",
    "code", "english_behind", "english_clause", "examples", "holds_digit", "japanese_around", "labelled",
    "later_chinese", "listing", "long_chinese", "no_english_words", "one_character", "bare_one_character",
    "parameters", "prose_in_bracket", "remark", "sentence", "warning_before",
    "also_called", "other_name", "in_termbase", "shared_by_contexts", "japanese_character", "japanese_sound",
    "nothing_rendered", "nothing_rendered_bare",
    "alone", "nothing_rendered_alone",
    "english_around", "clause_in_english", "repeated_remark", "unrendered_in_chinese", "sure_in_document",
    "outside_sentence", "listed_in_dictionary", "set_off_unlisted", "translated_sentence",
]  # fmt: skip
_EnglishNeighbour = Literal[
    "after_opening_mark", "after_sentence_start", "after_chinese", "capital_after_and", "capital_after_article",
    "capital_after_capital_article", "capital_after_capital_word",
    "capital_after_lower_word",
    "capital_after_naming_word", "capital_after_of", "capital_after_possessive", "capital_after_preposition",
    "lower_after_and", "lower_after_article", "lower_after_capital_article",
    "lower_after_capital_word", "lower_after_determiner", "lower_after_job_title",
    "lower_after_lower_word",
    "lower_after_nationality", "capital_after_nationality",
    "lower_after_naming_word", "lower_after_of", "lower_after_possessive",
    "lower_after_preposition", "lower_after_verb", "lower_after_pronoun",
]  # fmt: skip
_English = Literal[
    "capital_then_lower", "capitals", "capitals_begin", "covered", "complete", "cuts_capital_run",
    "cuts_capital_run_at_and", "cuts_capitals", "first_adds_nothing", "first_rendered", "first_superfluous",
    "first_superfluous_lower", "first_unrendered", "first_unrendered_lower", "holds_comma", "holds_or",
    "lower", "lower_then_capital", "misses_rendering_word", "name_of_person", "ends_with_surname",
    "begins_with_surname", "no_word", "rendered", "first_for_uncovered", "reading_in_bracket",
    "cuts_reading", "fills_head", "set_off_in_head", "read_in_head", "numbered_alike", "title_in_head",
    "bare_gerund", "rendered_beside",
    "bare_behind", "word_for_character",
    "after_nothing",
    "too_long", "too_short",
    "unrendered_capital",
    "unrendered_lower", "en_abbreviation", "en_document_number", "en_file_name", "holds_and", "holds_article",
    "holds_preposition", "last_rendered", "last_unrendered", "abbreviation", "abbreviation_spelled",
    "abbreviation_beside_full", "cuts_name_of_person", "nationality_before_person", "en_code",
    "dictionary_gloss", "before_stroke_in_english", "en_marked_code", "en_initials", "begins_with_participle",
    "cuts_upper_run", "after_dash", "ends_entry", "fills_heading", "fills_line", "before_link", "first_of_several",
    "several_of_plural",
    "cuts_list", "chinese_around",
    "en_begins_with_function_word", "begins_as_title", "begins_line", "en_first_part", "en_numbered",
    "en_single_letter", "longer_than_reading", "holds_tones", "holds_possessor", "gerund_for_verb", "word_for_word",
    "coined", "coined_for_words", "unspelled_for_words", "number_unrendered",
]  # fmt: skip
_ChineseNeighbour = Literal[
    "zh_after_abbreviation", "zh_after_adjective", "zh_after_adverb", "zh_after_blank", "zh_after_conjunction",
    "zh_after_cutter", "zh_after_cutter_character", "zh_after_job_title",
    "zh_after_name", "zh_after_naming_word", "zh_after_noun", "zh_after_number", "zh_after_opening_mark",
    "zh_after_particle", "zh_after_phrase", "zh_after_place", "zh_after_preposition",
    "zh_after_pronoun", "zh_after_suffix", "zh_after_unknown", "zh_after_verb",
    "zh_after_verbal_noun", "zh_after_list_mark",
]  # fmt: skip
_Chinese = Literal[
    "zh_begins_with_rendered_affix", "zh_leaves_latin_shared", "zh_cuts_number",
    "zh_no_room",
    "zh_covered", "zh_cuts_word_in_name", "zh_enclosed",
    "zh_first", "zh_first_rendered", "zh_first_superfluous", "zh_holds_cutter",
    "zh_latin_foreign", "zh_latin_shared", "zh_leaves_rendering_words", "zh_misses_rendering_word",
    "zh_name_of_person", "zh_one_character", "zh_rendered", "zh_sounds_alike", "zh_sounds_alike_lower",
    "zh_too_long", "zh_too_long_for_abbreviation", "zh_too_short", "zh_too_short_for_abbreviation",
    "zh_uncovered", "zh_dictionary_gloss",
    "zh_spells_abbreviation", "zh_spells_abbreviation_fully", "zh_first_spelled",
    "zh_parts_match",
    "zh_surname", "zh_splits_rendering", "en_rest_renders", "en_rest_left", "zh_enclosed_with_bracket",
    "zh_begins_with_quotation", "zh_cuts_enclosed", "zh_holds_list_mark", "zh_holds_and",
    "zh_begins_like_name", "zh_begins_unlike_name", "zh_first_for_unrendered", "zh_cuts_frame",
    "zh_begins_with_frame", "zh_means_otherwise", "zh_fills_head",
    "zh_set_off_name", "zh_set_off_other_words", "zh_set_off_unspelled", "zh_set_off_more",
    "zh_listed", "zh_first_begins_terms", "zh_before_begins_terms",
    "zh_begins_with_small_word", "zh_complete", "zh_ends_with_affix", "zh_before_or",
]  # fmt: skip
ClueName = Literal[
    Enclosing, SetApart, NoTranslation, EnglishBeginning, ChineseBeginning, _Layout, _Surroundings,
    _EnglishNeighbour, _English, _ChineseNeighbour, _Chinese,
]  # fmt: skip

CLUE_NAMES: frozenset[ClueName] = frozenset(get_args(ClueName))
ENCLOSING: frozenset[ClueName] = frozenset(get_args(Enclosing))
SET_APART: frozenset[ClueName] = frozenset(get_args(SetApart))
NO_TRANSLATION: frozenset[ClueName] = frozenset(get_args(NoTranslation))
SOUND: frozenset[ClueName] = frozenset(get_args(Sound))
BEGINNING: frozenset[ClueName] = frozenset(get_args(EnglishBeginning) + get_args(ChineseBeginning))
"""The first word of a span is of a class that seldom begins a term, or that needs weighing."""


def composed(name: str) -> ClueName:
    """The name of a clue that is put together of parts. Raises ValueError if no clue is called so."""
    if name not in CLUE_NAMES:
        raise ValueError(f"no clue is called {name!r}")
    return name


def known(name: str) -> ClueName | None:
    """The name of a clue that is put together of parts, or None: what was no evidence on unseen text is no clue."""
    return name if name in CLUE_NAMES else None
