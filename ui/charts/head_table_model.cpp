#include "ui/charts/head_table_model.h"

#include <utility>

#include "ui/figures/head_words.h"

namespace headlight {

void HeadTableModel::setStory(std::shared_ptr<const HeadsReport> story) {
  beginResetModel();
  m_story = std::move(story);
  endResetModel();
}

int HeadTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || !m_story ? 0 : static_cast<int>(m_story->heads.size());
}

int HeadTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kNumbersFrom + static_cast<int>(headColumns().size());
}

QVariant HeadTableModel::data(const QModelIndex& index, int role) const {
  const HeadFacts& facts = this->facts(index.row());
  if (role == Qt::TextAlignmentRole)
    return static_cast<int>((index.column() < kNumbersFrom ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
  if (index.column() == 0) {
    if (role == Qt::DisplayRole) return headNumbers(facts.head);
    if (role == Qt::UserRole) return index.row();
  } else if (index.column() == 1) {
    const HeadLabelling& labelling = facts.labelling;
    if (role == Qt::DisplayRole) return labelling.label == HeadLabel::None ? QString() : headLabelName(labelling.label);
    if (role == Qt::UserRole) return static_cast<int>(labelling.label);
    if (role == Qt::ToolTipRole)
      for (const LabelScore& score : labelling.scores)
        if (score.label == labelling.label && score.queries > 0)
          return tr("score %1, chance level %2").arg(headNumber(score.score), headNumber(score.chance));
  } else {
    const auto value = headColumns()[static_cast<std::size_t>(index.column() - kNumbersFrom)].value(facts);
    if (role == Qt::DisplayRole) return headNumber(value);
    if (role == Qt::UserRole) return value ? QVariant(*value) : QVariant();
  }
  return {};
}

QVariant HeadTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
    return static_cast<int>((section < kNumbersFrom ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
  if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) return {};
  if (section == 0) return tr("Head");
  if (section == 1) return tr("Label");
  const HeadColumn& column = headColumns()[static_cast<std::size_t>(section - kNumbersFrom)];
  if (role == Qt::ToolTipRole) return headColumnName(column);
  return QString::fromUtf8(column.name.data(), static_cast<qsizetype>(column.name.size())).replace(u'_', u' ');
}

void HeadTableOrder::setWanted(std::function<bool(HeadId)> fits, std::optional<HeadLabel> label) {
  m_fits = std::move(fits);
  m_label = label;
  invalidateFilter();
}

const HeadFacts& HeadTableOrder::facts(int row) const { return table().facts(mapToSource(index(row, 0)).row()); }

std::vector<HeadId> HeadTableOrder::heads() const {
  std::vector<HeadId> heads;
  for (int row = 0; row < rowCount(); ++row) heads.push_back(facts(row).head);
  return heads;
}

bool HeadTableOrder::filterAcceptsRow(int row, const QModelIndex&) const {
  const HeadFacts& facts = table().facts(row);
  return (!m_fits || m_fits(facts.head)) && (!m_label || facts.labelling.label == *m_label);
}

bool HeadTableOrder::lessThan(const QModelIndex& a, const QModelIndex& b) const {
  const QVariant x = a.data(Qt::UserRole), y = b.data(Qt::UserRole);
  if (x.isValid() != y.isValid()) return x.isValid() == (sortOrder() == Qt::AscendingOrder);
  return x.isValid() && x.toDouble() < y.toDouble();
}

}  // namespace headlight
