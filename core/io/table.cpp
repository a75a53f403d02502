#include "core/io/table.h"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>

#include "core/base/error.h"
#include "core/io/atomic_file.h"
#include "core/io/csv_text.h"

namespace headlight {
namespace {

/// The whole number that a cell holds exactly; none for others.
std::optional<std::int64_t> wholeIn(double number) {
  if (!(std::abs(number) <= 0x1p53) || number != std::floor(number)) return std::nullopt;
  return static_cast<std::int64_t>(number);
}

std::string csvCell(const TableCell& cell) {
  if (const double* number = std::get_if<double>(&cell)) {
    if (std::isnan(*number)) return "";
    if (const auto whole = wholeIn(*number)) return std::to_string(*whole);
    char buffer[32];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, *number);
    return {buffer, end};
  }
  const std::string* text = std::get_if<std::string>(&cell);
  return text ? csvText(*text) : "";
}

void writeTableJson(const Table& table, std::ostream& out) {
  auto list = nlohmann::ordered_json::array();
  for (const auto& row : table.rows) {
    nlohmann::ordered_json object;
    for (std::size_t i = 0; i < row.size(); ++i) {
      auto& value = object[table.columns[i]];
      if (const double* number = std::get_if<double>(&row[i])) {
        if (const auto whole = wholeIn(*number))
          value = *whole;
        else
          value = *number;
      } else if (const std::string* text = std::get_if<std::string>(&row[i])) {
        value = *text;
      }
    }
    list.push_back(std::move(object));
  }
  out << list.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

}  // namespace

void writeCsv(const Table& table, std::ostream& out) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) out << (i ? "," : "") << csvCell(table.columns[i]);
  out << '\n';
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) out << (i ? "," : "") << csvCell(row[i]);
    out << '\n';
  }
}

void checkTableName(const std::filesystem::path& path) {
  const std::string kind = path.extension().string();
  if (kind != ".csv" && kind != ".json")
    throw Error("output '" + path.string() + "': expected a name ending in .csv or .json, found '" + kind + "'");
}

void writeTable(const Table& table, const std::filesystem::path& path) {
  checkTableName(path);
  writeWhole(path, [&](std::ostream& file) { (path.extension() == ".csv" ? writeCsv : writeTableJson)(table, file); });
}

}  // namespace headlight
