#include "ui/export/provenance.h"

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/json_value.h"
#include "core/base/version.h"
#include "ui/export/xml_text.h"

namespace headlight {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersionWritten = 1;
constexpr int kMostDepth = 24;  // Of which a session needs about half.
constexpr std::size_t kMostValues = 2'100'000;  // A session has up to 2,000,000.

std::string mebibytes(std::size_t bytes) { return std::to_string(bytes >> 20) + " MiB"; }

std::string scaleName(const FigureStyle& style) {
  const std::string name = style.scale == ScaleKind::Sqrt  ? "square root"
                           : style.scale == ScaleKind::Log ? "logarithmic"
                                                           : "linear";
  return name + (style.range == ScaleRange::Common ? ", the same for every head" : ", up to the head's largest weight");
}

}  // namespace

Provenance provenanceOf(const AttentionFigure& figure, const std::string& picture) {
  Provenance provenance;
  provenance.program = std::string("Headlight ") + kVersion;
  provenance.model = figure.context().modelName.toStdString();
  provenance.text = figure.context().text.toStdString();
  provenance.picture = picture;
  if (picture != "atlas") provenance.head = figure.head();
  provenance.lenses = figure.context().lenses.toStdString();
  provenance.interventions = figure.context().changed.toStdString();
  provenance.scale = scaleName(figure.style());
  return provenance;
}

Provenance withoutText(Provenance provenance) {
  provenance.text.reset();
  provenance.session.clear();
  // An intervention may hold another text.
  if (!provenance.interventions.empty()) provenance.interventions = "some, left out";
  return provenance;
}

QString provenanceNotes(const Provenance& p) {
  const auto line = [](const char* name, const std::string& value) {
    return value.empty() ? QString()
                         : QStringLiteral("%1: %2\n").arg(QLatin1String(name), QString::fromStdString(value));
  };
  QString notes = QStringLiteral("Made with %1\n").arg(QString::fromStdString(p.program));
  notes += line("Model", p.fingerprint.empty() ? p.model : p.model + " (" + p.fingerprint + ")");
  notes += p.text ? line("Text", *p.text) : QStringLiteral("Text: left out\n");
  std::string picture = p.picture;
  if (p.head) picture += ", layer " + std::to_string(p.head->layer) + ", head " + std::to_string(p.head->head);
  return (notes + line("Picture", picture) + line("Seen through", p.lenses) +
          line("Changed while it ran", p.interventions) + line("Colour scale", p.scale))
      .trimmed();
}

std::string provenanceJson(const Provenance& p) {
  Json json = {{kProvenanceKey, kVersionWritten}, {"program", p.program}};
  json["model"] = {{"name", p.model}, {"fingerprint", p.fingerprint}};
  json["text"] = p.text ? Json(*p.text) : Json();
  json["picture"] = p.picture;
  if (p.head) json["head"] = {{"layer", p.head->layer}, {"head", p.head->head}};
  json["lenses"] = p.lenses;
  json["scale"] = p.scale;
  if (!p.interventions.empty()) json["interventions"] = p.interventions;
  json["session"] = p.session.empty() ? Json() : Json::parse(p.session);
  std::string text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  if (text.size() > kMostProvenanceBytes)
    throw Error("figure: expected at most " + mebibytes(kMostProvenanceBytes) + " of session to keep, found " +
                mebibytes(text.size()));
  return text;
}

Provenance provenanceFromJson(std::string_view text, const std::string& name) {
  const auto fail = [&name](const std::string& expected, const std::string& found) {
    throw Error(name + ": expected " + expected + " in what Headlight keeps of a figure, found " + found);
  };
  if (text.size() > kMostProvenanceBytes)
    fail("at most " + mebibytes(kMostProvenanceBytes), std::to_string(text.size()) + " bytes");
  Json json;
  std::size_t values = 0;
  try {
    json = Json::parse(text, [&](int depth, Json::parse_event_t, Json&) {
      if (depth > kMostDepth) fail("few levels", "JSON that is nested too deep");
      if (++values > kMostValues) fail("at most " + std::to_string(kMostValues) + " values", "more");
      return true;
    });
  } catch (const Json::exception&) {
    fail("JSON", "something else");
  }
  Provenance p;
  if (const auto session = json.find("session"); json.is_object() && session != json.end()) {
    // As it is written there: its members keep their order.
    if (session->is_object()) p.session = session->dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
    json.erase(session);
  }
  const nlohmann::json plain = json;
  const JsonValue value(plain, name);
  const auto number = [](const JsonValue& each) {
    const std::int64_t whole = each.integer();
    if (whole < 0 || whole > 1'000'000) each.fail("a whole number from 0 to 1000000");
    return static_cast<int>(whole);
  };
  if (const int version = number(value.at(kProvenanceKey)); version > kVersionWritten)
    fail("version " + std::to_string(kVersionWritten) + " or older",
         "version " + std::to_string(version) + ": a newer Headlight wrote it");
  p.program = value.at("program").text();
  p.model = value.at("model").at("name").text();
  p.fingerprint = value.at("model").at("fingerprint").text();
  if (const auto kept = value.find("text")) p.text = kept->text();
  p.picture = value.at("picture").text();
  if (const auto head = value.find("head")) p.head = {number(head->at("layer")), number(head->at("head"))};
  p.lenses = value.at("lenses").text();
  p.scale = value.at("scale").text();
  if (const auto interventions = value.find("interventions")) p.interventions = interventions->text();
  return p;
}

std::string provenanceElement(const Provenance& provenance) {
  return "<headlight:figure xmlns:headlight=\"" + std::string(kProvenanceNamespace) + "\">" +
         xmlText(QString::fromStdString(provenanceJson(provenance))).toStdString() + "</headlight:figure>";
}

}  // namespace headlight
