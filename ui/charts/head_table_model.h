#pragma once

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <functional>

#include "ui/charts/head_chart.h"

namespace headlight {

/// The facts of heads as a table: name, label, and a column for each number of headColumns().
class HeadTableModel final : public QAbstractTableModel {
  Q_OBJECT
 public:
  using QAbstractTableModel::QAbstractTableModel;
  /// Columns before the numbers.
  static constexpr int kNumbersFrom = 2;
  /// What data(index, Qt::UserRole) sorts by: a number, or nothing where there is none.
  void setStory(std::shared_ptr<const HeadsReport> story);
  const HeadFacts& facts(int row) const { return m_story->heads[static_cast<std::size_t>(row)].facts; }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  std::shared_ptr<const HeadsReport> m_story;
};

/// The rows of heads that fit, in the order of a column; heads without a number come last either way.
class HeadTableOrder final : public QSortFilterProxyModel {
  Q_OBJECT
 public:
  using QSortFilterProxyModel::QSortFilterProxyModel;
  /// Only heads that `fits`, with the label `label` if one is given.
  void setWanted(std::function<bool(HeadId)> fits, std::optional<HeadLabel> label);
  const HeadFacts& facts(int row) const;
  std::vector<HeadId> heads() const;

 protected:
  bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
  bool lessThan(const QModelIndex& a, const QModelIndex& b) const override;

 private:
  const HeadTableModel& table() const { return *static_cast<const HeadTableModel*>(sourceModel()); }
  std::function<bool(HeadId)> m_fits;
  std::optional<HeadLabel> m_label;
};

}  // namespace headlight
