#include <QByteArray>

#include "tests/fuzz/fuzz_target.h"
#include "ui/export/pdf_bytes.h"
#include "ui/export/png_text.h"
#include "ui/export/provenance_reader.h"

using namespace headlight;

namespace {

/// `input` is a figure's file: PNG, SVG, PDF, PowerPoint or HTML.
std::string read(std::string_view input) {
  return fuzz::messageOf([&] {
    const Provenance provenance = provenanceIn(input, "figure");
    fuzz::require(provenanceFromJson(provenanceJson(provenance), "figure") == provenance,
                  "what is written reads as the same");
  });
}

std::vector<std::string> seeds() {
  Provenance provenance;
  provenance.program = "Headlight 0.1.0";
  provenance.model = "gpt";
  provenance.text = "a & b";
  provenance.picture = "heatmap";
  provenance.head = HeadId{1, 3};
  provenance.session = "{\n  \"headlight-session\": 4\n}\n";
  const std::string element = provenanceElement(provenance), json = provenanceJson(provenance);
  const std::string svg =
      "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><metadata>" + element + "</metadata></svg>";
  QByteArray png("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
  png += QByteArray(17, '\0') + QByteArray("\0\0\0\0IEND\xae\x42\x60\x82", 12);
  const QByteArray pdf = "%PDF-1.4\n" + xmpPacket("title", "words", provenance) + "\n%%EOF";
  return {svg, withPngText(png, kProvenanceKey, json).toStdString(), pdf.toStdString(),
          fuzz::zipOf({{"customXml/item1.xml", element}}),
          "<!DOCTYPE html><script type=\"application/json\" id=\"headlight-figure\">" + json + "</script>"};
}

}  // namespace

HEADLIGHT_FUZZ_TARGET(provenance)
