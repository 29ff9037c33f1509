"""What a user can mend: each mistake is a class that holds its own sentences and never a cell's value.

And of what nobody foresaw, the part that may be shown.
"""

import traceback


def frames_of(error: BaseException) -> str:
    """Exception type and frames, innermost last; messages quote cells, so none is shown."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{_inside(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([type(error).__name__, *places])


def _inside(filename: str) -> str:
    """A file's place inside the program or a library, without the folders of this computer."""
    parts = filename.replace("\\", "/").split("/")
    for root in ("journey_viewer", "site-packages"):
        if root in parts:
            return "/".join(parts[parts.index(root) :])
    return parts[-1]


class JourneyError(Exception):
    """Something the user can mend: what happened, and what to do about it.

    The sentences never quote a cell, a name or another library's message. The file
    concerned is named by whoever shows the error.
    """

    what = "Something went wrong."
    do = "Try again."
    about_columns = False
    """Whether it helps to say which column is what."""

    def __init__(self, what: str = "", do: str = "") -> None:
        self.what = what or self.what
        self.do = do or self.do
        super().__init__(f"{self.what} {self.do}")


class NoDisplay(JourneyError):
    what = "There is no display here, so the window cannot open."
    do = "Open it where there is one, or use a command that needs none: journey-viewer --help lists them."


class FileMissing(JourneyError):
    what = "There is no file or folder of that name."
    do = "Check the name and where it is kept, then try again."


class FileUnreadable(JourneyError):
    what = "The file could not be opened."
    do = "Close it in other programs, check that you may read it, then try again."


class FileEmpty(JourneyError):
    what = "The file is empty."
    do = "Export the list again and check that it has rows."


class FileTooLarge(JourneyError):
    what = "The file is too large to read safely."
    do = "Export a shorter period or fewer people, or save it as CSV."


class FolderEmpty(JourneyError):
    what = "The folder holds no lists."
    do = "Put .csv or .xlsx lists into it, or choose another folder."


class NotAList(JourneyError):
    about_columns = True
    what = "This is not a list that can be read."
    do = "Choose a .csv or .xlsx file with one row for each contact."


class WebPage(NotAList):
    about_columns = False
    what = "This is a web page, whatever its name says, and no list that can be read safely."
    do = "Open it in Excel, save it as .xlsx or .csv, then try again."


class DocumentBroken(JourneyError):
    what = "The JSON file is damaged or was cut short."
    do = "Download or export it again, then try again."


class DocumentTooLarge(FileTooLarge):
    do = "Export a shorter period or fewer people, or ask for FHIR as NDJSON: one resource on each line."


class NotFhir(NotAList):
    about_columns = False
    what = "This JSON file is not a FHIR document."
    do = "Choose a FHIR bundle, FHIR as NDJSON, or a .csv or .xlsx list with one row for each contact."


class NoContactsInDocument(NotAList):
    about_columns = False
    what = "This FHIR document holds no contacts."
    do = "Ask for an export that holds encounters, appointments or referrals, together with their patients."


class PasswordProtected(JourneyError):
    what = "The workbook is protected by a password."
    do = "Open it in Excel, remove the password, save it and try again."


class NoUsableSheet(JourneyError):
    about_columns = True
    what = "The workbook has no sheet with a list in it."
    do = "Put the list on a sheet with one heading row and one row for each contact."


class NoDateColumn(JourneyError):
    about_columns = True
    what = "The list has no column that says when each contact was."
    do = "Add a column headed 'Date' and try again."


class NoPersonColumn(JourneyError):
    about_columns = True
    what = "The list has no column that says which person each row is about."
    do = "Add a column headed 'Person' or 'NHS number', or a line 'Patient: …' above the headings, and try again."


class NoServiceNamed(JourneyError):
    what = "The list does not say which service it comes from."
    do = "Add a column headed 'Service', or name the file after the service."


class NoServiceInDocument(NoServiceNamed):
    what = "This FHIR document does not say which service its contacts were with."
    do = "Name the file after the service, or say which service it is when you open it."


class WorkbookBroken(JourneyError):
    what = "The workbook is damaged or could not be read safely."
    do = "Open it in Excel and save it again as .xlsx or .csv, then try again."


class SheetElsewhere(JourneyError):
    what = "A sheet of this workbook is a link to another file, and links are not followed."
    do = "Open it in Excel, save a copy that holds the sheet itself, then try again."


class CaseFileUnavailable(JourneyError):
    what = "The case file could not be read or written."
    do = "Check that its folder is there and that you may use it; where the folder is on a network, copy the file to this computer."


class CaseFileDamaged(JourneyError):
    what = "The case file is damaged."
    do = "Open its newest backup, or a copy that was kept elsewhere."


class OnlyBackupOpens(CaseFileDamaged):
    what = "This passphrase does not open the case file, but it opens a backup of it: either the file is damaged, or its passphrase was changed since."
    do = "If the passphrase was changed, use the new one. If not, put the backup in the file's place."


class NotACaseFile(JourneyError):
    what = "This is not a case file."
    do = "Choose a file that Journey Viewer saved; its name ends in .journey."


class NewerCaseFile(JourneyError):
    what = "The case file was written by a newer version of Journey Viewer."
    do = "Install that version on this computer, then open it again. Nothing was changed."


class WrongPassphrase(JourneyError):
    what = "The passphrase does not open this file."
    do = "Check Caps Lock and the keyboard's language, and try again. Without the passphrase nobody can open it, nor can we."


class NoPassphrase(JourneyError):
    what = "A case file needs its passphrase."
    do = "Type it when asked, or give it by --passphrase-file or in JOURNEY_PASSPHRASE."


class OneCaseFile(JourneyError):
    what = "A case file is opened by itself, not together with lists or another case file."
    do = "Name it alone, or add the lists to it with import … --into."


class WeakPassphrase(JourneyError):
    what = "The passphrase is too easy to guess."
    do = "Use four or more unrelated words."


class CaseFileExists(JourneyError):
    what = "There is already a file of that name."
    do = "Choose another name, or open that file."


class CaseFileReadOnly(JourneyError):
    what = "The case file can only be looked at here."
    do = "Open it where it may be written to, once nobody else has it open."


class LocksRefused(CaseFileUnavailable):
    what = "This folder cannot say who has a file open, so that two people could overwrite each other's work."
    do = "Keep the case file in a folder of this computer, or on a network drive of the practice that allows locks."


class DiskFull(JourneyError):
    what = "The disk is full, so the last change is not saved yet."
    do = "Make room on the disk; it is saved as soon as there is some."


class NothingToShare(JourneyError):
    what = "There is nobody to share."
    do = "Open lists with at least one contact in the chosen period."


class NothingToMinute(JourneyError):
    what = "There is no meeting and no action to tell of."
    do = "Hold a meeting, or write down an action, first."


class MinutesOfLists(JourneyError):
    what = "Lists hold no meeting: minutes come from the case file in which it was kept."
    do = "Name that .journey file. In the window “Keep this in a case file” makes one, before the meeting."


class NoSuchMeeting(JourneyError):
    what = "There is no meeting of that number in the case file."
    do = "Leave the number out for the last meeting, or ask for one that was held."


class ReasonNeeded(JourneyError):
    what = "So few people look like one of the cases that somebody could be recognised."
    do = "Tell it more coarsely or leave contacts out, or write down why it is shared all the same."


class FolderNotWritable(JourneyError):
    what = "Files cannot be written to that folder."
    do = "Close its files in other programs, or choose another folder with room that you may write to."


class FileNotSearchable(JourneyError):
    what = "The file is damaged, locked by a password or made so that not all of it can be searched."
    do = "Open it in the program that made it and save it again without a password, then try again."


class IdentifierFound(JourneyError):
    what = "A file to be shared still held something that could identify a person, so it was not kept."
    do = (
        "Look once more at the title and at the words written or ticked for sharing. If there are none, please"
        " report this: it is then a fault in the program, not in your lists."
    )


class TitleSaysAName(JourneyError):
    what = "The title of the first slide holds a word that is also a name or a place on the lists."
    do = (
        "Where it is your practice, your network or an ordinary word, say so: under “Share”, or with"
        " --title-names-nobody on the command line. Otherwise choose another title."
    )


class TemplateUnreadable(JourneyError):
    what = "The template is no PowerPoint presentation that can be read, or it is damaged."
    do = "Open it in PowerPoint, save it as an ordinary .pptx or .potx, then try again."


class TemplateTooLarge(JourneyError):
    what = "The template is too large to use safely."
    do = "Delete its slides, and the layouts and pictures that are not needed, save it, then try again."


class TemplateProtected(JourneyError):
    what = "The template is protected by a password."
    do = "Open it in PowerPoint, remove the password, save it and try again."


class TemplateHasMacros(JourneyError):
    what = "The template holds macros, and macros are never taken over."
    do = "Save it in PowerPoint as a .pptx or .potx, which hold none, then try again."


class TemplatePicture(JourneyError):
    what = "A picture on the template’s layouts is of a kind that may hide words and cannot be searched for them."
    do = "Put a PNG or JPEG in its place in PowerPoint, save it, then try again."
