#pragma once

#include "ui/figures/heatmap/heatmap_figure.h"
#include "ui/views/attention_view.h"

class QCustomPlot;
class QMouseEvent;

namespace headlight {

class MapOverview;

/// The heatmap of one head in a QCustomPlot: the wheel and two fingers zoom about the pointer, dragging moves, a double
/// click or 0 shows all again; the pointer or the arrow keys pick a cell, whose exact weight and tokens are shown and
/// announced. Dragging with Shift, or the arrow keys with it, marks a rectangle of cells for what is done with several.
class HeatmapView final : public AttentionView {
  Q_OBJECT
 public:
  explicit HeatmapView(Selection* selection, QWidget* parent = nullptr);

  const HeatmapFigure& figure() const override { return m_figure; }
  /// Sets the part in view, in cells (x keys, y queries), clamped to the map: panels link their zoom with it.
  void setVisibleCells(const QRectF& cells);
  /// Shows the whole map again.
  void resetZoom();
  /// Brings a cell into view, large enough to be told from its neighbours.
  void reveal(Cell cell);
  /// The layout on screen.
  const HeatmapLayout& figureLayout() const { return m_layout; }
  /// What a command is about: the marked rectangle, else the cell under the pointer or the keyboard's cursor.
  std::optional<CellRange> chosenCells() const;
  /// The marked rectangle.
  const std::optional<CellRange>& marked() const { return m_marked; }
  /// The cell in words: tokens and exact weight.
  QString cellText(Cell cell) const;

 signals:
  /// The person zoomed or moved.
  void visibleCellsChanged(const QRectF& cells);
  /// Another part is in view since a cell was to be shown.
  void cellsRevealed(const QRectF& cells);

 protected:
  AttentionFigure& mutableFigure() override { return m_figure; }
  void refresh() override;
  bool showsUnready() const override { return true; }
  void resizeEvent(QResizeEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  class Overlay;

  void populate();
  QRectF axes() const;
  /// Makes the part in view `factor` times as large about a point of the map, in cells, as the person wants it.
  void zoom(QPointF about, double factor);
  /// Zooms as two fingers on a trackpad or a screen do; false when the event is something else.
  bool takesPinch(QEvent* event);
  void takeAxisRanges();
  void pointAt(QPointF position);
  void leave();
  void showCell();
  /// Puts the overview of the whole map into its corner while only a part of a large one is in view.
  void showOverview();
  bool hasCell(const std::optional<Cell>& cell) const;
  /// Marks the rectangle between two cells, or nothing.
  void mark(std::optional<Cell> from, Cell to = {});
  /// Whether the event belongs to marking with the pointer.
  bool takesMarking(QMouseEvent* event);

  HeatmapFigure m_figure;
  HeatmapLayout m_layout;
  QCustomPlot* m_plot;
  Overlay* m_overlay;
  MapOverview* m_overview;
  /// What the overview was made of.
  struct Overviewed {
    std::shared_ptr<const AttentionMaps> maps;
    HeadId head;
    FigureStyle style;
    double largest = 0;
    int side = 0;
    bool operator==(const Overviewed&) const = default;
  };
  Overviewed m_overviewed;
  std::optional<Cell> m_markFrom;  ///< The corner where marking began.
  std::optional<CellRange> m_marked;
  bool m_marking = false;  ///< The pointer is doing so.
  QRectF m_axes;           ///< The axes' ranges as the figure set them; null before it did.
};

}  // namespace headlight
