#pragma once

#include "ui/figures/attention_figure.h"
#include "ui/figures/heatmap/heatmap_data.h"
#include "ui/figures/heatmap/heatmap_layout.h"
#include "ui/figures/heatmap/heatmap_tiles.h"
#include "ui/figures/shared_notes.h"
#include "ui/figures/strongest_cells.h"

class QCustomPlot;

namespace headlight {

/// One head as a map of cells: a row for each query, a column for each key, sinks apart, always with a colour bar.
class HeatmapFigure final : public AttentionFigure, public SharedNotes {
 public:
  std::unique_ptr<AttentionFigure> clone() const override { return std::make_unique<HeatmapFigure>(*this); }
  void paint(QCPPainter& painter, const QRectF& area) const override;
  QSizeF preferredSize() const override;
  QString altText() const override;
  /// Every cell in view that its query may see, up to kMaxVectorCells.
  std::vector<FigureSpot> spots(QSizeF size) const override;

  /// The part of the map in view, in cells (x keys, y queries); the whole map at first and for new maps.
  QRectF visibleCells() const;
  /// Clamped to the map; nothing smaller than a cell.
  void setVisibleCells(const QRectF& cells);
  bool isPart() const override { return !m_visible.isNull(); }
  void showWhole() override { m_visible = {}; }
  /// Whether this is a difference in which no number is further from 0 than rounding leaves it; false while the numbers
  /// of a large map are not known.
  bool showsNoDifference() const;

  double ready(QSizeF size) const override;
  /// A sample at first, then more and more that is exact.
  void prepare(QSizeF size, const Progress& progress) override;
  bool hasWords() const override;
  void prepareWords(const Progress& progress) override;
  void takeNumbers(const AttentionFigure& from) override;

  std::vector<QString> steadyNotes() const override;
  std::vector<QString> notesLeft(QSizeF size) const override;
  HeatmapLayout layout(QSizeF size) const;
  /// What must be known for that layout.
  HeatmapRequest request(const HeatmapLayout& layout) const;
  /// The numbers for that layout, exact: those that are there if they answer the request, else computed here and kept.
  const HeatmapData& data(const HeatmapLayout& layout) const;
  ColourScale scale() const;
  /// Whether scale() reaches up to what a whole head has to be read for.
  bool isScaleOfLargeHead() const;
  /// Bytes of tiles that are kept of a large map, for pictures to come.
  std::size_t keptBytes() const { return m_tiles ? m_tiles->bytes() : 0; }

  /// Makes `plot` show this figure at `size`. The widget on screen and paint() both do it this way; on screen with
  /// whatever numbers are there as long as it is not ready(). Returns the layout that it shows.
  HeatmapLayout populate(QCustomPlot& plot, QSize size, bool onScreen = false) const;

 private:
  void changed() override;

  /// Of the whole head without its sinks.
  struct Extent {
    float largest = 0;
    Index numbers = 0;
  };

  /// Whether a request reads too much to be waited for.
  bool isLarge(const HeatmapRequest& request) const;
  HeatmapRequest wholeHead() const;
  /// Of the whole head; none while a large one was not read.
  const std::optional<Extent>& extent() const;
  /// What stands over a difference without a cell that differs, or without any to compare; empty for others.
  QString noDifferenceWords() const;
  /// "Part of the map: rows 3–10 of 40, columns 1–12 of 40."; empty for all of it.
  QString partNote() const;
  /// Whether its axes are left to the figure around it: in a small place they take too much of it.
  bool leavesAxes(QSizeF size) const;

  /// The labels of both axes.
  struct Labels {
    std::vector<QString> queries, keys;
    std::vector<AxisLevel> queryLevels, keyLevels;
    std::vector<TurnBand> queryBands, keyBands;
  };
  const std::vector<StrongCell>& strongest(const Progress& progress = {}) const;
  static std::shared_ptr<const Labels> labelsOf(const AttentionMaps& maps);

  QRectF m_visible;  ///< Null for the whole map.
  std::shared_ptr<const AttentionMaps> m_labelsOf;
  mutable std::shared_ptr<const Labels> m_labels;  ///< Of m_labelsOf, once they were wanted.
  mutable std::shared_ptr<const HeatmapData> m_data;
  mutable std::shared_ptr<const std::vector<StrongCell>> m_strongest;  ///< Once they were wanted.
  mutable std::shared_ptr<HeatmapTiles> m_tiles;  ///< Of large parts; shared by copies of the figure.
  mutable std::optional<Extent> m_extent;  ///< Once it was wanted.
};

}  // namespace headlight
