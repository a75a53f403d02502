#pragma once

#include <map>

#include "ui/figures/atlas/atlas_layout.h"
#include "ui/figures/attention_figure.h"
#include "ui/figures/heatmap/heatmap_data.h"

namespace headlight {

/// The small maps of all heads, layer by layer.
struct AtlasData {
  int layers = 0, heads = 0;
  Index cells = 0;                ///< No map has more rows or columns.
  bool sampled = false;           ///< The maps are of one query in each block of queries.
  std::vector<Index> sinks;       ///< Columns set apart.
  std::vector<HeatmapData> maps;  ///< Of head h in layer l: maps[l · heads + h].
};

/// Heads that changes to the model name.
struct ChangedHeads {
  std::vector<HeadId> off;      ///< Switched off, or replaced by an average.
  std::vector<HeadId> altered;  ///< Changed otherwise.
  bool operator==(const ChangedHeads&) const = default;
};

/// Every head brought down to at most `cells` × `cells` entries: the largest of those that become one, or of a sample.
AtlasData computeAtlasData(const AttentionMaps& maps, const std::vector<Index>& sinks, Index cells,
                           bool sampled = false, const Progress& progress = {});

/// All heads as thumbnails in a layer × head grid on one scale, unless the style says otherwise.
class AtlasFigure final : public AttentionFigure {
 public:
  std::unique_ptr<AttentionFigure> clone() const override { return std::make_unique<AtlasFigure>(*this); }
  void paint(QCPPainter& painter, const QRectF& area) const override;
  QSizeF preferredSize() const override;
  QString title() const override;
  QString altText() const override;
  /// Every head, numbered layer · heads + head.
  std::vector<FigureSpot> places(QSizeF size) const override;
  QStringList describe(Index head) const override;
  double ready(QSizeF size) const override;
  /// A sample at first, then all that is exact.
  void prepare(QSizeF size, const Progress& progress) override;
  bool lacksTheSame(const AttentionFigure& other, QSizeF theirs, QSizeF mine) const override;
  void setPatient(bool patient) override { m_patient = patient; }
  void takeNumbers(const AttentionFigure& from) override;
  AtlasLayout layout(QSizeF size) const;
  /// What the marks on and beside the maps mean, as sentences: changes, shared keys and values, windows; empty without
  /// marks.
  QStringList markNotes() const;

  /// Shows only these heads, in this order and in lines; all of them in their grid when empty.
  void setListed(std::vector<HeadId> heads) { m_listed = std::move(heads); }
  const std::vector<HeadId>& listed() const { return m_listed; }

  /// What stands below the names of heads that are listed, and in the card of every head: a number, a label.
  void setCaptions(std::map<HeadId, QString> captions) { m_captions = std::move(captions); }
  const std::map<HeadId, QString>& captions() const { return m_captions; }

  /// Crosses heads out that are switched off, and gives those that are changed otherwise a corner.
  void setChangedHeads(ChangedHeads heads) { m_changedHeads = std::move(heads); }
  const ChangedHeads& changedHeads() const { return m_changedHeads; }

  /// The numbers for that layout: those that are there if they are exact and of its size, else computed here and kept.
  const AtlasData& data(const AtlasLayout& layout) const;
  /// The finest grid worth computing for `layout`.
  Index cells(const AtlasLayout& layout) const;

 private:
  void changed() override;
  void paintChangedHeads(QPainter& painter, const AtlasLayout& layout) const;
  QString captionOf(HeadId head) const;
  Index wanted(const AtlasLayout& layout) const;
  bool hasLargeMaps() const;
  /// Whether the numbers that are there have the size that `layout` wants, or one near it for a patient figure.
  bool answers(const AtlasLayout& layout) const;

  std::shared_ptr<const AttentionMaps> m_dataOf;  ///< The maps that m_data is of.
  std::vector<HeadId> m_listed;
  std::map<HeadId, QString> m_captions;
  ChangedHeads m_changedHeads;
  bool m_patient = false;
  mutable std::shared_ptr<const AtlasData> m_data;
};

}  // namespace headlight
