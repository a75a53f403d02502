#pragma once

#include <QListWidget>
#include <optional>
#include <vector>

#include "core/base/matrix.h"

namespace headlight {

/// A few named shares with bars: links of a token, predictions of a model. As high as its rows.
class BarList final : public QListWidget {
  Q_OBJECT
 public:
  struct Row {
    QString label;
    double share = 0;            ///< 0 to 1: the bar's length.
    QString value;               ///< The share as text.
    std::optional<Index> token;  ///< What the row stands for, when that is a token.
    bool operator==(const Row&) const = default;
  };

  explicit BarList(const QString& accessibleName, QWidget* parent = nullptr);

  void setRows(const std::vector<Row>& rows);
  const std::vector<Row>& rows() const { return m_rows; }
  /// Frames the row that stands for a token; none for no row.
  void setMarked(std::optional<Index> token);
  std::optional<Index> marked() const { return m_marked; }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

 signals:
  /// Clicked, or Return pressed on it.
  void tokenChosen(headlight::Index token);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  std::vector<Row> m_rows;
  std::optional<Index> m_marked;
};

}  // namespace headlight
