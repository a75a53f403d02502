#pragma once

#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

#include "ui/figures/attention_context.h"
#include "ui/views/selection.h"

namespace headlight {

/// A map of attention that cells are drawn on: the pointer draws, or erases where it begins on a drawn cell; arrow keys
/// move, Space draws or erases, Delete erases all. The weights of one head lie faintly below. What a query may not see
/// cannot be drawn.
class DrawingGrid final : public QWidget {
  Q_OBJECT
 public:
  /// A map with more tokens is not shown.
  static constexpr Index kMostTokens = 300;

  explicit DrawingGrid(QWidget* parent = nullptr);

  /// What is drawn on; null for nothing. Other tokens than before forget what was drawn.
  void setMap(std::shared_ptr<const AttentionMaps> maps, const AttentionContext& context, HeadId head);
  /// The keys that are drawn of each query, ascending.
  const std::vector<std::vector<Index>>& keys() const { return m_keys; }
  Index count() const;
  /// Draws or erases a cell; nothing for one that cannot be drawn.
  void setDrawn(Cell cell, bool drawn);
  void clear();
  /// Cells that are outlined as what a pattern means beside what is drawn.
  void setMeant(std::vector<std::vector<Index>> keys);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  /// Cells were drawn or erased.
  void changed();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool event(QEvent* event) override;

 private:
  struct Places {
    QPointF first;    ///< Top left of the first cell.
    double cell = 0;  ///< Side of each.
    int stride = 1;   ///< Every so many-th label.
  };
  Places places() const;
  QRectF rectOf(const Places& places, Cell cell) const;
  std::optional<Cell> cellAt(QPointF point) const;
  bool canDraw(Cell cell) const;
  bool isDrawn(Cell cell) const;
  QString words(Cell cell) const;
  void goTo(Cell cell);

  std::shared_ptr<const AttentionMaps> m_maps;
  AttentionContext m_context;
  HeadId m_head;
  Matrix m_weights;  ///< Of the head, [queries, keys].
  std::vector<QString> m_names;
  std::vector<std::vector<Index>> m_keys, m_meant;
  Cell m_cursor;
  bool m_drawing = true;  ///< What the pointer does; else it erases.
};

}  // namespace headlight
