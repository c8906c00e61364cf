// The slides through PptxGenJS, compressed: titles, points, notes, sections.
const fs = require("fs");
const PptxGenJS = require("pptxgenjs");

const lesson = JSON.parse(fs.readFileSync(process.argv[2], "utf-8"));
const deck = new PptxGenJS();
deck.layout = "LAYOUT_WIDE";
deck.defineSlideMaster({
  title: "BODY",
  objects: [
    { placeholder: { options: { name: "title", type: "title", x: 0.5, y: 0.4, w: 12, h: 1 } } },
    { placeholder: { options: { name: "body", type: "body", x: 0.5, y: 1.6, w: 12, h: 5 } } },
  ],
});
deck.addSlide({ masterName: "BODY" }).addText(lesson.title, { placeholder: "title" });
for (const part of lesson.sections) {
  deck.addSection({ title: part.title });
  deck.addSlide({ masterName: "BODY", sectionTitle: part.title }).addText(part.title, { placeholder: "title" });
  for (const given of part.slides) {
    const slide = deck.addSlide({ masterName: "BODY", sectionTitle: part.title });
    slide.addText(given.title, { placeholder: "title" });
    const points = given.points.map((text) => ({ text, options: { bullet: true, breakLine: true } }));
    slide.addText(points, { placeholder: "body" });
    slide.addNotes(given.notes.join("\n"));
  }
}
deck.writeFile({ fileName: process.argv[3], compression: true });
