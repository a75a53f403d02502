#pragma once

#include "core/attention/attention_maps.h"
#include "ui/figures/heatmap_layout.h"

namespace headlight {

/// One weight to be drawn.
struct Link {
  int series = 0;  ///< Number of the head in the request.
  Index query = 0, key = 0;
  float weight = 0;
};

/// The links of some heads, and what went to the sinks.
struct LinksData {
  std::vector<Link> links;  ///< Weakest first, so that strong ones lie on top.
  std::size_t leftOut = 0;  ///< Links above the threshold that are not drawn because there are too many.
  Matrix sinkMass;          ///< [heads, queries].
};

/// At most so many links are drawn; the strongest.
inline constexpr std::size_t kMaxLinks = 4000;

LinksData computeLinks(const AttentionMaps& maps, const std::vector<HeadId>& heads, const std::vector<Index>& sinks,
                       double threshold, const Progress& progress = {});

struct LinksSpec {
  QSizeF size;
  std::vector<QString> queryLabels, keyLabels;
  std::vector<QString> heads;  ///< Names for the legend.
  bool sinkBars = false;
  QString title, subtitle, sinkTitle, scaleNote;
  std::vector<QString> notes;
  std::vector<double> samples;  ///< Weights of the sample lines in the legend.
  FigureStyle style;
};

/// Where everything of a links picture is.
struct LinksLayout {
  double labelSize = 0, rowHeight = 0, top = 0;
  int stride = 1;
  std::vector<PlacedLabel> queryLabels, keyLabels;
  QRectF links;     ///< From the start of the curves to their ends.
  QRectF sinkBars;  ///< Beside the query labels; empty without sinks.
  std::optional<PlacedText> title, subtitle, queryTitle, keyTitle, sinkTitle, legendTitle;
  std::vector<PlacedText> headNames, sampleTexts, notes;
  std::vector<QRectF> headSwatches, sampleLines;

  double queryY(Index token) const;
  double keyY(Index token) const;
  /// The token whose row is at `point`, and the side it is on.
  struct Hit {
    Index token;
    bool isQuery;
  };
  std::optional<Hit> hit(QPointF point) const;
  Index queries = 0, keys = 0;
  QRectF queryColumn, keyColumn;  ///< Where the pointer means a token.
};

LinksLayout layoutLinks(const LinksSpec& spec, const TextMetrics& metrics);

}  // namespace headlight
