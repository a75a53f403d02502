#include "core/io/head_table_file.h"

#include <algorithm>

namespace headlight {

Table headTableFile(const std::vector<MeasuredHead>& heads) {
  Table table;
  table.columns = {"method", "layer", "head", "label"};
  for (const HeadColumn& column : headColumns()) table.columns.emplace_back(column.name);
  for (const LabelScore& score : heads.front().facts.labelling.scores) {
    std::string name = nameOf(score.label);
    std::replace(name.begin(), name.end(), ' ', '_');
    table.columns.push_back(name + "_score");
    table.columns.push_back(name + "_chance");
  }
  for (const auto& [method, facts] : heads) {
    std::vector<TableCell> cells{method, static_cast<double>(facts.head.layer), static_cast<double>(facts.head.head),
                                 std::string(nameOf(facts.labelling.label))};
    for (const HeadColumn& column : headColumns()) cells.push_back(cellOf(column.value(facts)));
    for (const LabelScore& score : facts.labelling.scores) {
      cells.push_back(score.queries > 0 ? TableCell(score.score) : TableCell());
      cells.push_back(score.queries > 0 ? TableCell(score.chance) : TableCell());
    }
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace headlight
