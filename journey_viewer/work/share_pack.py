"""What was chosen for sharing -> the anonymised pack on disk, searched file by file."""

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from journey_viewer.aside import aside, move_out
from journey_viewer.errors import NothingToShare, ReasonNeeded
from journey_viewer.files import write_file
from journey_viewer.model.phrases import many, plural, with_and
from journey_viewer.model.progress import Progress
from journey_viewer.model.sharing import ALL_CASES, ToShare
from journey_viewer.privacy.anonymise_pack import anonymise_pack
from journey_viewer.privacy.anonymous_pack import AnonymousPack
from journey_viewer.privacy.check import check_file, check_texts
from journey_viewer.privacy.risk import Risk, RiskLevel
from journey_viewer.privacy.titles import check_title
from journey_viewer.privacy.written import check_written
from journey_viewer.timeline.page import Page
from journey_viewer.timeline.pages import lay_out_pack
from journey_viewer.work.guard import Guard
from journey_viewer.work.manifest import MANIFEST_NAME, manifest, superseded
from journey_viewer.work.pack_files import DECK_NAME, Wanted, pack_files, template_texts


@dataclass(frozen=True)
class Written:
    """``files`` of the pack · ``removed``: how many files of an earlier pack went, which this one does not hold."""

    files: tuple[Path, ...]
    removed: int = 0

    @property
    def removed_words(self) -> str:
        """A sentence about them, or nothing."""
        if not self.removed:
            return ""
        were = plural(self.removed, "was", "were")
        return f" {many(self.removed, 'file')} of the earlier pack {were} removed."


def share_pack(
    told: ToShare, folder: Path, wanted: Wanted, guard: Guard, made_on: date
) -> Generator[Progress, None, Written]:
    """Write the pack into ``folder`` with a manifest beside it, in place of an earlier pack there.

    Words from outside are read once more, and each page's words and each file are searched for every known
    identifier, before anything is written; the folder is left as it was unless all of them were. What
    was ticked, and what of the title somebody agreed to, is no identifier to this pack. Raises
    NothingToShare, ReasonNeeded, FolderNotWritable, TitleSaysAName or IdentifierFound.
    """
    if not told.cases:
        raise NothingToShare
    _check_reasons(told, guard.risks)
    check_title(told.title, guard.known, agreed=told.title_agreed)
    yield Progress(0, 1, "Laying out the pages")
    pack = anonymise_pack(told, guard.clean)
    check_written(told, pack, guard.reread)
    known = guard.known.apart_from(told.kept[ALL_CASES], [told.title] if told.title_agreed else [])
    pages = _pages(pack)
    for page in pages:
        check_texts(page.words, known)
    making = list(pack_files(pack, pages, wanted, made_on))
    on_purpose = template_texts(wanted)
    with aside(folder) as new:
        files = []
        for done, (name, make) in enumerate(making):
            yield Progress(done, len(making), f"Writing {name}")
            content = make()
            check_file(name, content, known, on_purpose if name == DECK_NAME else frozenset())
            write_file(new / name, content)
            files.append((name, content))
        beside = manifest(told, guard.risks, files, made_on)
        check_file(MANIFEST_NAME, beside, known)
        write_file(new / MANIFEST_NAME, beside)
        gone = superseded(folder, {name for name, _ in files})
        moved = move_out(new, folder, MANIFEST_NAME, gone)
        return Written(tuple(path for path in moved if path.name != MANIFEST_NAME), len(gone))


def cases_without_reason(told: ToShare, risks: Mapping[str, Risk]) -> tuple[str, ...]:
    """The labels of cases that so few look like that a reason is asked for, and for which none was written."""
    return tuple(
        case.label
        for case, shared in told.cases
        if case.label in risks
        and risks[case.label].level is RiskLevel.REASON
        and not shared.choices.reason.strip()
    )


def _check_reasons(told: ToShare, risks: Mapping[str, Risk]) -> None:
    missing = cases_without_reason(told, risks)
    if missing:
        raise ReasonNeeded(f"So few people look like {with_and(missing)} that somebody could be recognised.")


def _pages(pack: AnonymousPack) -> tuple[Page, ...]:
    from journey_viewer.drawing.fonts import page_text_width
    from journey_viewer.drawing.picture import drawing_application

    drawing_application()
    return lay_out_pack(pack, page_text_width)
