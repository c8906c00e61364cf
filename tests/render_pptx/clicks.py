"""What is wrong with the clicks of a slide: PowerPoint drops such effects, offers to repair the file, or a show stands still."""

from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from render_pptx.package import NS, Package, described, tag

FRAMES = ("p:sp", "p:pic", "p:graphicFrame", "p:grpSp", "p:cxnSp")


def lost_targets(package: Package) -> Iterator[str]:
    """Effects on shapes and paragraphs that the slide does not have."""
    for name, root in _slides(package):
        paragraphs = {described(shape).get("id"): len(shape.findall("p:txBody/a:p", NS)) for shape in _shapes(root)}
        for target in root.iter(tag("p:spTgt")):
            id = target.get("spid")
            if id not in paragraphs:
                yield f"{name} has no shape {id}"
            for part in target.iter(tag("p:pRg")):
                if not 0 <= int(part.get("st", "")) <= int(part.get("end", "")) < paragraphs.get(id, 0):
                    yield f"{name} has no paragraph {part.get('end')} in {id}"


def idle_builds(package: Package) -> Iterator[str]:
    """Effects whose group the build list does not name, and entries of the list without an effect."""
    for name, root in _slides(package):
        effects = [node for node in root.iter(tag("p:cTn")) if node.get("grpId")]
        wanted = {(target.get("spid"), node.get("grpId")) for node in effects for target in node.iter(tag("p:spTgt"))}
        listed = [(node.get("spid"), node.get("grpId")) for node in root.iterfind(".//p:bldLst/*", NS)]
        yield from (f"{name} lists {key} twice" for key, count in Counter(listed).items() if count > 1)
        yield from (f"{name} lists one of {key}" for key in wanted ^ set(listed))


def times_twice(package: Package) -> Iterator[str]:
    """Times that have the id of another."""
    for name, root in _slides(package):
        ids = Counter(node.get("id") for node in root.iter(tag("p:cTn")))
        yield from (f"{name} has two times {id}" for id, count in ids.items() if count > 1)


def one_way_sequences(package: Package) -> Iterator[str]:
    """Slides on which a click, the wheel or Page Up does not do what it does everywhere."""
    for name, root in _slides(package):
        sequences = list(root.iter(tag("p:seq")))
        if len(sequences) > 1:
            yield f"{name} has {len(sequences)} sequences"
        for sequence in sequences:
            moves = [node.get("evt") for node in sequence.iterfind("./*/p:cond", NS)]
            if moves != ["onPrev", "onNext"]:
                yield f"{name} moves {moves}"
        if any(node.get("advClick") == "0" for node in root.iter(tag("p:transition"))):
            yield f"{name} stands still"


def _slides(package: Package) -> Iterator[tuple[str, ET.Element]]:
    return ((name, package.tree(name)) for name in package.parts("slides"))


def _shapes(root: ET.Element) -> Iterator[ET.Element]:
    return (shape for kind in FRAMES for shape in root.iter(tag(kind)))
