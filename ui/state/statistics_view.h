#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

namespace headlight {

/// A picture of statistics over many texts, by the file that holds them.
struct StatisticsView {
  std::filesystem::path file;  ///< .headstats, or a folder of them: the steps of a training.
  std::string picture;         ///< "scatter", "metric", "card", "curves" or "steps".
  std::string metric, across;  ///< By their names in tables; `across` of a scatter.
  std::optional<std::size_t> head = {}, step = {};

  bool operator==(const StatisticsView&) const = default;
};

}  // namespace headlight
