#include "core/analysis/head_table_file.h"

#include <algorithm>
#include <optional>

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
    const auto add = [&](std::optional<double> number) { number ? cells.emplace_back(*number) : cells.emplace_back(); };
    for (const HeadColumn& column : headColumns()) add(column.value(facts));
    for (const LabelScore& score : facts.labelling.scores) {
      const bool any = score.queries > 0;
      add(any ? std::optional(score.score) : std::nullopt);
      add(any ? std::optional(score.chance) : std::nullopt);
    }
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace headlight
