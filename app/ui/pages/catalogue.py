"""Which page shows which screen, and which of them have a tab on the rail."""

from typing import NamedTuple

from app.i18n import N_
from app.ui.destination import Place, Screen
from app.ui.pages.access import AccessPage
from app.ui.pages.attachment import AttachmentPage
from app.ui.pages.bin import BinPage
from app.ui.pages.booklet import BookletPage
from app.ui.pages.card_paper import CardPaperPage
from app.ui.pages.certificate import CertificatePage
from app.ui.pages.conflict import ConflictPage
from app.ui.pages.council import CouncilPage
from app.ui.pages.differences import DifferencesPage
from app.ui.pages.dispatch import DispatchPage
from app.ui.pages.emergency import EmergencyPage
from app.ui.pages.erase import ErasePage
from app.ui.pages.erase_years import EraseYearsPage
from app.ui.pages.files import FilesPage
from app.ui.pages.hand_over import HandOverPage
from app.ui.pages.letter import LetterPage
from app.ui.pages.letters import LettersPage
from app.ui.pages.members import MembersPage
from app.ui.pages.other_computer import OtherComputerPage
from app.ui.pages.package import PackagePage
from app.ui.pages.page import Page
from app.ui.pages.paper import PaperPage
from app.ui.pages.papers import PapersPage
from app.ui.pages.partners import PartnersPage
from app.ui.pages.propose import ProposePage
from app.ui.pages.receive import ReceivePage
from app.ui.pages.received import ReceivedPage
from app.ui.pages.received_paper import ReceivedPaperPage
from app.ui.pages.referrals import ReferralsPage
from app.ui.pages.requests import RequestsPage
from app.ui.pages.revision import RevisionPage
from app.ui.pages.revisions import RevisionsPage
from app.ui.pages.roster import RosterPage
from app.ui.pages.sent import SentPage
from app.ui.pages.settings import SettingsPage
from app.ui.pages.sheet import SheetPage
from app.ui.pages.students import StudentsPage
from app.ui.pages.today import TodayPage
from app.ui.pages.transfer import TransferPage
from app.ui.pages.workshop import WorkshopPage
from app.ui.pages.workshop_file import WorkshopFilePage
from app.ui.pages.workshop_list import WorkshopListPage


class Tab(NamedTuple):
    """One tab of the rail; the icon exists in both weights."""

    place: Place
    icon: str
    text: str


TABS = (
    Tab("today", "sun-horizon", N_("Today")),
    Tab("students", "student", N_("Students")),
    Tab("requests", "chats-circle", N_("Requests")),
    Tab("referrals", "paper-plane-tilt", N_("Referrals")),
    Tab("transfer", "envelope-simple", N_("Transfer")),
    Tab("partners", "address-book", N_("Directory")),
    Tab("settings", "gear-six", N_("Settings")),
)

PAGES: dict[Screen, type[Page]] = {
    "today": TodayPage,
    "students": StudentsPage,
    "requests": RequestsPage,
    "referrals": ReferralsPage,
    "transfer": TransferPage,
    "partners": PartnersPage,
    "settings": SettingsPage,
    "sheet": SheetPage,
    "paper": PaperPage,
    "roster": RosterPage,
    "handover": HandOverPage,
    "package": PackagePage,
    "other_computer": OtherComputerPage,
    "members": MembersPage,
    "propose": ProposePage,
    "receive": ReceivePage,
    "received": ReceivedPage,
    "received_paper": ReceivedPaperPage,
    "conflict": ConflictPage,
    "bin": BinPage,
    "differences": DifferencesPage,
    "revisions": RevisionsPage,
    "revision": RevisionPage,
    "erase": ErasePage,
    "erase_years": EraseYearsPage,
    "certificate": CertificatePage,
    "attachment": AttachmentPage,
    "sent": SentPage,
    "booklet": BookletPage,
    "access": AccessPage,
    "letter": LetterPage,
    "letters": LettersPage,
    "papers": PapersPage,
    "workshop": WorkshopPage,
    "workshop_list": WorkshopListPage,
    "workshop_file": WorkshopFilePage,
    "files": FilesPage,
    "dispatch": DispatchPage,
    "council": CouncilPage,
    "emergency": EmergencyPage,
    "card_paper": CardPaperPage,
}
