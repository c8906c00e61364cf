"""What a file says about itself, as XMP: its title, its language, and that it is PDF/UA-1 (ISO 14289-1 §5)."""

from html import escape

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<pdf:Producer>{producer}</pdf:Producer>
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{more}</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def xmp(title: str, language: str, author: str, subject: str, producer: str) -> bytes:
    """The metadata packet. It has no dates: the same lesson gives the same bytes."""
    more = ""
    if author:
        more += f"<dc:creator><rdf:Seq><rdf:li>{_escaped(author)}</rdf:li></rdf:Seq></dc:creator>\n"
    if subject:
        more += f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{_escaped(subject)}</rdf:li></rdf:Alt></dc:description>\n'
    packet = _PACKET.format(producer=_escaped(producer), language=_escaped(language), title=_escaped(title), more=more)
    return packet.encode()


def _escaped(text: str) -> str:
    """Text as XML holds it; it has no way to hold a control character."""
    return escape("".join(char if char.isprintable() else " " for char in text), quote=False)
