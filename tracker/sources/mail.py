"""E-mails (.eml): one article; the text part, or what an HTML part says, with subject, sender and date."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr

from tracker.model import Article, PublishedBasis
from tracker.sources import html
from tracker.sources.contract import Document, Failure, Terms, article, day

_REMEDY = "Save the message's text as .txt"


def read(name: str, where: str, payload: bytes, terms: Terms) -> Article | Failure:
    """The article of a message; what is attached is not read, and a warning says how much that was."""
    message = message_from_bytes(payload, policy=policy.default)
    if not isinstance(message, EmailMessage) or not message.keys():
        return Failure(where, "no e-mail: it has no header", "Export the message again as .eml")
    try:
        body = message.get_body(preferencelist=("plain", "html"))
        found = _text(body, where, terms) if body else None
        attached = sum(1 for _ in message.iter_attachments())
    except (MessageError, LookupError, ValueError, KeyError, AttributeError, TypeError) as error:
        return Failure(where, f"a message that cannot be taken apart ({type(error).__name__})", _REMEDY)
    if isinstance(found, Failure):
        return found
    if not found or not found.strip():
        return Failure(where, "no text in this message", _REMEDY)
    sender, address = parseaddr(str(message["from"] or ""))
    warnings = (f"{attached} attached files were not read",) if attached else ()
    document = Document(
        id=name, where=where, text=found, title=str(message["subject"] or "") or None,
        publisher=sender or address or None, published=day(str(message["date"] or "")),
        basis=PublishedBasis.METADATA, lang=str(message["content-language"] or "") or None, warnings=warnings,
    )  # fmt: skip
    return article(document, terms)


def _text(body: MIMEPart, where: str, terms: Terms) -> str | Failure:
    content = body.get_content()
    if body.get_content_subtype() != "html":
        return str(content)
    page = html.read(None, where, str(content).encode(), terms, charset="utf-8")
    return page if isinstance(page, Failure) else page.text
