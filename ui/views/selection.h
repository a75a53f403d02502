#pragma once

#include <QObject>
#include <optional>

#include "core/base/ids.h"
#include "core/base/matrix.h"

namespace headlight {

/// A cell of a map that the pointer or the keyboard is on.
struct Cell {
  Index query = 0, key = 0;
  bool operator==(const Cell&) const = default;
};

/// A rectangle of a heatmap's cells, all its ends included.
struct CellRange {
  Index firstQuery = 0, lastQuery = 0, firstKey = 0, lastKey = 0;
  bool operator==(const CellRange&) const = default;
};

/// What the person is looking at, shared by every panel. Views write it and listen to it; they never know each other.
class Selection : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;

  /// Numbers alone, which each view takes for a head of the attention that it shows.
  HeadId head() const { return m_head; }
  /// The token (number in the encoding) that panels show as the selected one: what a part of the window points at, or
  /// else the pinned one.
  std::optional<Index> token() const { return m_pointed ? m_pointed : m_pinned; }
  /// The token that the person clicked or pinned; nobody else moves it.
  std::optional<Index> pinned() const { return m_pinned; }
  /// What is shown in its place.
  std::optional<Index> pointed() const { return m_pointed; }
  /// The token under the pointer.
  std::optional<Index> hoveredToken() const { return m_hoveredToken; }
  /// The cell under the pointer or the keyboard's cursor.
  std::optional<Cell> cell() const { return m_cell; }

 public slots:
  void setHead(headlight::HeadId head);
  /// Pins a token, and ends what was pointed at.
  void setToken(std::optional<headlight::Index> token);
  /// Pins a token; what is pointed at stays.
  void setPinned(std::optional<headlight::Index> token);
  /// Has panels show a token in place of the pinned one, which comes back with none: what was found or generated.
  void pointAt(std::optional<headlight::Index> token);
  void setHoveredToken(std::optional<headlight::Index> token);
  void setCell(std::optional<headlight::Cell> cell);
  /// Asks every panel to bring a cell into view, large enough to be seen.
  void reveal(headlight::Cell cell) { emit revealRequested(cell); }
  /// Forgets tokens and cells that a text of `tokens` tokens does not have.
  void clampTo(headlight::Index tokens);

 signals:
  void headChanged(headlight::HeadId head);
  void tokenChanged(std::optional<headlight::Index> token);
  void pinnedChanged(std::optional<headlight::Index> token);
  void hoveredTokenChanged(std::optional<headlight::Index> token);
  void cellChanged(std::optional<headlight::Cell> cell);
  void revealRequested(headlight::Cell cell);

 private:
  HeadId m_head;
  /// Tells what changed.
  void take(std::optional<Index> pinned, std::optional<Index> pointed);

  std::optional<Index> m_pinned, m_pointed, m_hoveredToken;
  std::optional<Cell> m_cell;
};

}  // namespace headlight
