#pragma once

#include <QString>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/ids.h"
#include "ui/figures/attention_figure.h"

namespace headlight {

/// What made a figure, as its file keeps it: enough to say what one looks at and to open the session again.
struct Provenance {
  std::string program;              ///< "Headlight 0.1.0".
  std::string model, fingerprint;   ///< The model's name, and what tells it from another of that name.
  std::optional<std::string> text;  ///< None when it was left out; then the session is left out, too.
  std::string picture;              ///< "heatmap", "links", "atlas", "workspace".
  std::optional<HeadId> head;       ///< None for a picture of all heads.
  std::string lenses;               ///< As the caption names them; empty for none.
  std::string scale;                ///< From weight to colour: "square root, common".
  std::string interventions;        ///< What was changed while the model ran; empty for nothing.
  std::string session;              ///< The session as JSON; empty when there is none.

  bool operator==(const Provenance&) const = default;
};

/// What the figure itself knows of it; model fingerprint and session are added by who has them.
Provenance provenanceOf(const AttentionFigure& figure, const std::string& picture);

/// The same without the text: nothing of it is left, neither by itself nor in the session.
Provenance withoutText(Provenance provenance);

/// Lines for a person: speaker notes.
QString provenanceNotes(const Provenance& provenance);

/// As one JSON object in UTF-8 that begins with "headlight-figure": the version. Throws Error for more than a file
/// keeps.
std::string provenanceJson(const Provenance& provenance);
/// Reads it back; nothing in it is trusted. `name` is what messages call the file. Throws Error.
Provenance provenanceFromJson(std::string_view json, const std::string& name);

/// No file keeps more than this for a figure: a session of the longest kind, and what else is said of it.
inline constexpr std::size_t kMostProvenanceBytes = 320 << 20;

/// The JSON as an XML element, the same in SVG, in the XMP of a PDF and in a PowerPoint file.
std::string provenanceElement(const Provenance& provenance);
inline constexpr const char* kProvenanceNamespace = "urn:headlight:figure";
/// Where the JSON is in a PNG (keyword) and in an HTML page (id).
inline constexpr const char* kProvenanceKey = "headlight-figure";

}  // namespace headlight
