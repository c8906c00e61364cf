"""Clicks as PowerPoint writes them, read back from the slides."""

import pytest
from msgspec.structs import replace

from hornbook.plan.deck import Deck, Reveal
from hornbook.plan.page import ShapeBox
from hornbook.render.pptx import render_pptx
from hornbook.units import Rect
from render_pptx.package import NS, Package, described, tag, words_of
from render_pptx.sample import daylight, every_kind, slide


def effects(root):
    return [node for node in root.iter(tag("p:cTn")) if node.get("presetID")]


def clicks(root):
    """The clicks of the main sequence, each as the targets that appear on it."""
    sequence = next(node for node in root.iter(tag("p:cTn")) if node.get("nodeType") == "mainSeq")
    return [[target_of(effect) for effect in effects(click)] for click in sequence.find("p:childTnLst", NS)]


def target_of(effect):
    shape = next(effect.iter(tag("p:spTgt")))
    paragraphs = shape.find("p:txEl/p:pRg", NS)
    return (int(shape.get("spid")), None if paragraphs is None else (paragraphs.get("st"), paragraphs.get("end")))


def id_of(root, name):
    return next(int(node.get("id")) for node in root.iter(tag("p:cNvPr")) if node.get("name") == name)


def one(plan):
    return Package(render_pptx(Deck("A", "", "en-US", (), "", (), daylight(), (plan,), ()))).slide(1)


def test_paragraphs_that_belong_together_appear_on_one_click(package):
    root = package.slide(3)
    body = id_of(root, "Content")
    assert clicks(root) == [
        [(body, ("0", "0"))],
        [(body, ("1", "1")), (body, ("2", "2")), (body, ("3", "3"))],
        [(body, ("4", "4"))],
    ]
    assert [node.get("nodeType") for node in effects(root)] == [
        "clickEffect",
        "clickEffect",
        "withEffect",
        "withEffect",
        "clickEffect",
    ]


def test_a_whole_box_appears_at_once(package):
    root = package.slide(11)
    assert clicks(root) == [[(id_of(root, "Answer"), None)]]


@pytest.mark.parametrize("number", [3, 5, 11])
def test_an_effect_is_one_that_the_animation_pane_knows(package, number):
    for effect in effects(package.slide(number)):
        kind = (effect.get("presetID"), effect.get("presetClass"), effect.get("presetSubtype"), effect.get("grpId"))
        assert kind == ("1", "entr", "0", "0")
        assert [node.text for node in effect.iter(tag("p:attrName"))] == ["style.visibility"]
        assert [node.get("val") for node in effect.iter(tag("p:strVal"))] == ["visible"]


@pytest.mark.parametrize("number", [3, 5, 10, 11])
def test_there_is_one_main_sequence_and_it_can_be_walked_both_ways(package, number):
    root = package.slide(number)
    kinds = [node.get("nodeType") for node in root.iter(tag("p:cTn"))]
    assert (kinds.count("tmRoot"), kinds.count("mainSeq")) == (1, 1)
    conditions = [node.get("evt") for node in root.iter(tag("p:cond")) if node.get("evt")]
    assert conditions == ["onPrev", "onNext"]
    assert root.find("p:transition", NS) is None


@pytest.mark.parametrize("number", [3, 5, 10, 11])
def test_times_have_ids_in_order_and_targets_exist(package, number):
    root = package.slide(number)
    ids = [int(node.get("id")) for node in root.iter(tag("p:cTn"))]
    assert ids == list(range(1, len(ids) + 1))
    shapes = {int(node.get("id")) for node in root.iter(tag("p:cNvPr"))}
    assert {int(node.get("spid")) for node in root.iter(tag("p:spTgt"))} <= shapes


def test_the_build_list_names_each_shape_with_words_once(package):
    def builds(number):
        return [dict(node.attrib) for node in package.slide(number).iter(tag("p:bldP"))]

    body, answer = id_of(package.slide(3), "Content"), id_of(package.slide(11), "Answer")
    assert builds(3) == [{"spid": str(body), "grpId": "0", "build": "p"}]
    assert builds(11) == [{"spid": str(answer), "grpId": "0"}]
    assert len(builds(5)) == 3


def test_a_countdown_runs_for_the_minutes_of_its_activity_over_the_track_of_the_layout(package):
    root = package.slide(10)
    bar = next(shape for shape in root.iter(tag("p:sp")) if described(shape).get("name") == "Countdown Bar")
    assert described(bar).find(".//adec:decorative", NS) is not None
    track = next(shape for shape in daylight().layouts["Activity"].shapes if shape.name == "countdown")
    assert int(bar.find("p:spPr/a:xfrm/a:off", NS).get("x")) == round(track.rect.left * 12700)
    effect = effects(root)[-1]
    assert (effect.get("presetID"), effect.get("presetClass"), effect.get("nodeType")) == ("22", "exit", "clickEffect")
    wipe = effect.find(".//p:animEffect", NS)
    assert (wipe.get("transition"), wipe.get("filter")) == ("out", "wipe(right)")
    assert wipe.find(".//p:cTn", NS).get("dur") == "600000"
    assert effect.find(".//p:set//p:cond", NS).get("delay") == "599999"
    assert [dict(node.attrib) for node in root.iter(tag("p:bldP"))] == [
        {"spid": described(bar).get("id"), "grpId": "0", "animBg": "1"}
    ]


def test_a_countdown_comes_after_all_that_is_revealed():
    plan = slide(1, "Activity", "Two stories", ("body", ["Read", "Talk"]), countdown=5.0)
    root = one(replace(plan, reveals=(Reveal("body", 0, 0), Reveal("body", 1, 1))))
    kinds = [effect.get("presetClass") for effect in effects(root)]
    assert kinds == ["entr", "entr", "exit"]


def test_a_layout_without_a_track_has_no_countdown():
    root = one(slide(1, "Title and Content", "No track", ("body", "Words"), countdown=5.0))
    assert root.find("p:timing", NS) is None
    assert not [shape for shape in root.iter(tag("p:sp")) if not words_of(shape)]


def test_a_slide_without_clicks_has_no_timing(package):
    assert package.slide(1).find("p:timing", NS) is None
    assert sum(bool(plan.reveals or plan.countdown) for plan in every_kind().slides) == sum(
        package.tree(name).find("p:timing", NS) is not None for name in package.parts("slides")
    )


def test_a_frame_that_appears_is_not_listed_as_a_body_of_text():
    from render_pptx.sample import chart, chart_box

    layout = daylight().layouts["Chart"]
    root = one(slide(1, "Chart", "Rising", chart_box(layout, chart()), reveals=(Reveal("chart", -1, -1),)))
    assert [effect.get("grpId") for effect in effects(root)] == [None]
    assert root.find(".//p:bldLst", NS) is None


def test_nothing_waits_for_a_box_that_has_no_words():
    root = one(
        slide(1, "Quiz Choices 2", "Check", ("ask", "Which?"), ("answer", ""), reveals=(Reveal("answer", -1, -1),))
    )
    assert root.find("p:timing", NS) is None


def test_the_frame_of_what_is_right_appears_with_the_answer_and_is_decoration():
    mark = ShapeBox(Rect(56, 244, 848, 56), "rect", stroke="voice", stroke_width=4, comes_with="answer")
    plan = slide(1, "Quiz Choices 2", "Check", ("ask", "Which?"), ("answer", "B"), mark)
    root = one(replace(plan, reveals=(Reveal("answer", -1, -1),)))
    frame, answer = id_of(root, "Right Answer"), id_of(root, "Answer")
    assert clicks(root) == [[(answer, None), (frame, None)]]
    assert [effect.get("nodeType") for effect in effects(root)] == ["clickEffect", "withEffect"]
    assert [dict(node.attrib) for node in root.iter(tag("p:bldP"))] == [
        {"spid": str(answer), "grpId": "0"},
        {"spid": str(frame), "grpId": "0", "animBg": "1"},
    ]
    shape = next(found for found in root.iter(tag("p:sp")) if described(found).get("name") == "Right Answer")
    assert described(shape).find(".//adec:decorative", NS).get("val") == "1"
