#include "ui/charts/circuits/number_grid.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "ui/figures/head_words.h"
#include "ui/figures/token_label.h"
#include "ui/words.h"

namespace headlight {
namespace {

using GridLine = NumberGrid::Line;

bool isOfTokens(const TensorAxis& axis, const FindingsReport& report) {
  static const char* const kNames[] = {"token", "source", "removed", "query", "key"};
  return axis.size == static_cast<Index>(report.tokens.size()) &&
         std::any_of(std::begin(kNames), std::end(kNames), [&](const char* name) { return axis.name == name; });
}

/// "after attention 1" as an axis says it: "L1 mid"; the stream before a layer is "L1".
QString pointLabel(const std::string& name) {
  const QString number = QString::fromStdString(name.substr(name.rfind(' ') + 1));
  if (name.starts_with("before")) return QStringLiteral("L%1").arg(number);
  if (name.starts_with("after")) return Words::tr("L%1 mid", "after the attention of a layer").arg(number);
  return Words::tr("end", "after the last layer");
}

QString pointName(const std::string& name) {
  const QString number = QString::fromStdString(name.substr(name.rfind(' ') + 1));
  if (name.starts_with("before")) return Words::tr("Before layer %1").arg(number);
  if (name.starts_with("after")) return Words::tr("After the attention of layer %1").arg(number);
  return Words::tr("At the end");
}

/// The head that a writer's name is about: "head 1.3".
std::optional<HeadId> headOfWriter(const std::string& name) {
  const QString of = QString::fromStdString(name);
  const QStringList parts = of.section(u' ', 1).split(u'.');
  if (!of.startsWith(QStringLiteral("head ")) || parts.size() != 2) return {};
  return HeadId{parts[0].toInt(), parts[1].toInt()};
}

/// "L1 H3" of "head 1.3", "MLP 4" of "mlp 4"; other writers as they are called.
QString writerName(const std::string& name) {
  if (const auto head = headOfWriter(name)) return headName(*head);
  const QString of = QString::fromStdString(name);
  return of.startsWith(QStringLiteral("mlp ")) ? QStringLiteral("MLP") + of.mid(3) : of;
}

std::vector<GridLine> linesOf(const TensorAxis& axis, const FindingsReport& report) {
  std::vector<GridLine> lines(static_cast<std::size_t>(axis.size));
  const bool tokens = isOfTokens(axis, report);
  const std::vector<QString> labels = tokens ? axisLabels(report.tokens) : std::vector<QString>();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    GridLine& line = lines[i];
    if (tokens) {
      line.label = labels[i];
      line.name = Words::tr("“%1”").arg(tokenLabel(report.tokens[i]));
      line.token = static_cast<Index>(i);
    } else if (axis.name == "layer") {
      line.label = QStringLiteral("L%1").arg(i);
      line.name = Words::tr("Layer %1").arg(i);
    } else if (axis.name == "point" && i < axis.labels.size()) {
      line.label = pointLabel(axis.labels[i]);
      line.name = pointName(axis.labels[i]);
    } else if (axis.name == "test" && i < axis.labels.size()) {
      line.label = line.name = headTestName(axis.labels[i]);
    } else {
      line.head = i < axis.labels.size() ? headOfWriter(axis.labels[i]) : std::nullopt;
      line.label = line.name = i < axis.labels.size() ? writerName(axis.labels[i]) : QString::number(i);
    }
  }
  return lines;
}

/// The order of lines with the strongest first, at most kMostSortedLines.
std::vector<std::size_t> strongestFirst(const std::vector<double>& strength) {
  std::vector<std::size_t> order(strength.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return strength[a] > strength[b]; });
  order.resize(std::min(order.size(), kMostSortedLines));
  return order;
}

/// Heads × tokens, and below each other with them what else adds to the metric, as sums alone.
NumberGrid sourcesOf(const FindingsReport& report, const NamedTensor& tensor) {
  NumberGrid all;
  all.columns = linesOf(tensor.axes[2], report);
  // Which do not add up.
  const bool shares =
      report.view.quantity == FindingQuantity::Restored || report.view.quantity == FindingQuantity::Kappa;
  all.rowSums = !shares;
  const Index heads = tensor.axes[1].size, n = tensor.axes[2].size;
  const bool grouped = tensor.axes[1].name != "head";
  std::vector<double> strength;
  for (Index layer = 0; layer < tensor.axes[0].size; ++layer)
    for (Index head = 0; head < heads; ++head) {
      GridLine line;
      line.head = HeadId{static_cast<int>(layer), static_cast<int>(head) * (grouped ? report.headsOfGroup : 1)};
      line.label = grouped && report.headsOfGroup > 1 ? QStringLiteral("L%1 KV%2").arg(layer).arg(head) : headName(*line.head);
      line.name = line.label;
      double largest = 0;
      bool some = false;
      for (Index token = 0; token < n; ++token) {
        const double value = tensor({layer, head, token});
        all.values.push_back(value);
        if (!std::isfinite(value)) continue;
        some = true;
        line.sum += value;
        // Far below chance is no strength.
        const bool kappa = report.view.quantity == FindingQuantity::Kappa;
        largest = std::max(largest, kappa ? value : std::abs(value));
      }
      strength.push_back(!some ? -1 : shares ? largest : std::abs(line.sum));
      all.rows.push_back(std::move(line));
    }
  const std::string rest = "attribution_rest." + std::string(report.view.tensor.substr(report.view.tensor.find('.') + 1)) + '.';
  for (const NamedTensor& other : report.found) {
    if (report.view.method != "attribution" || !other.name.starts_with(rest)) continue;
    const QString name = QString::fromStdString(other.name.substr(rest.size())).replace(u'_', u' ');
    for (std::size_t i = 0; i < other.values.size(); ++i) {
      GridLine line;
      line.label = line.name =
          writerName((other.values.size() > 1 ? QStringLiteral("%1 %2").arg(name).arg(i) : name).toStdString());
      line.sum = other.values[i];
      all.values.insert(all.values.end(), static_cast<std::size_t>(n), std::numeric_limits<double>::infinity());
      strength.push_back(std::abs(line.sum));
      all.rows.push_back(std::move(line));
    }
  }
  NumberGrid sorted = all;
  sorted.rows.clear();
  sorted.values.clear();
  for (const std::size_t row : strongestFirst(strength)) {
    sorted.rows.push_back(all.rows[row]);
    const auto begin = all.values.begin() + static_cast<std::ptrdiff_t>(row) * n;
    sorted.values.insert(sorted.values.end(), begin, begin + n);
  }
  sorted.leftOut = static_cast<Index>(all.rows.size() - sorted.rows.size());
  return sorted;
}

/// Who wrote the query × who wrote the key.
NumberGrid writersOf(const FindingsReport& report, const NamedTensor& tensor) {
  NumberGrid grid;
  grid.rowSums = grid.columnSums = true;
  std::vector<GridLine> rows = linesOf(tensor.axes[0], report), columns = linesOf(tensor.axes[1], report);
  for (std::size_t row = 0; row < rows.size(); ++row)
    for (std::size_t column = 0; column < columns.size(); ++column) {
      const double value = tensor.values[row * columns.size() + column];
      rows[row].sum += value;
      columns[column].sum += value;
    }
  const auto order = [&](const std::vector<GridLine>& lines) {
    std::vector<double> strength;
    for (const GridLine& line : lines) strength.push_back(std::abs(line.sum));
    return strongestFirst(strength);
  };
  const std::vector<std::size_t> shownRows = order(rows), shownColumns = order(columns);
  for (const std::size_t row : shownRows) grid.rows.push_back(rows[row]);
  for (const std::size_t column : shownColumns) grid.columns.push_back(columns[column]);
  for (const std::size_t row : shownRows)
    for (const std::size_t column : shownColumns) grid.values.push_back(tensor.values[row * columns.size() + column]);
  grid.leftOut = static_cast<Index>(rows.size() - shownRows.size() + columns.size() - shownColumns.size());
  return grid;
}

/// Numbers on one side of the diagonal that are all 0 are no numbers: there, no token can see the other.
void hideUnseen(NumberGrid& grid) {
  const std::size_t size = grid.rows.size();
  if (grid.columns.size() != size) return;
  for (const bool above : {true, false}) {
    std::vector<std::size_t> side;
    for (std::size_t row = 0; row < size; ++row)
      for (std::size_t column = 0; column < size; ++column)
        if (above ? column > row : column < row) side.push_back(row * size + column);
    if (std::any_of(side.begin(), side.end(), [&](std::size_t at) { return grid.values[at] != 0; })) continue;
    for (const std::size_t at : side) grid.values[at] = std::numeric_limits<double>::infinity();
  }
}

}  // namespace

NumberGrid numberGridOf(const FindingsReport& report) {
  NumberGrid grid;
  const NamedTensor* tensor = report.painted();
  if (!tensor) return grid;
  if (report.view.shape == FindingShape::Sources) return sourcesOf(report, *tensor);
  if (report.view.shape == FindingShape::Writers) return writersOf(report, *tensor);
  grid.rows = linesOf(tensor->axes[0], report);
  grid.columns = linesOf(tensor->axes[1], report);
  grid.values = tensor->values;
  if (report.view.shape == FindingShape::Pairs && report.measured == 1) hideUnseen(grid);
  if (report.view.tensor == "lens.top") {
    // Coloured by how likely the word is.
    const NamedTensor* logs = report.tensor("lens.top_logprob");
    grid.values = logs->values;
    for (double& value : grid.values) value = std::exp(value);
    grid.words = report.words;
  }
  return grid;
}

}  // namespace headlight
