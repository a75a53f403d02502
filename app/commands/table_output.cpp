#include "app/commands/table_output.h"

#include <charconv>
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <ostream>
#include <sstream>

#include "core/base/error.h"
#include "core/io/atomic_file.h"

namespace headlight {
namespace {

std::string csvText(const Cell& cell) {
  if (const double* number = std::get_if<double>(&cell)) {
    if (std::isnan(*number)) return "";
    char buffer[32];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, *number);
    return {buffer, end};
  }
  const std::string* text = std::get_if<std::string>(&cell);
  if (!text) return "";
  if (text->find_first_of(",\"\n\r") == std::string::npos) return *text;
  std::string quoted = "\"";
  for (const char c : *text) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + '"';
}

void writeCsv(const Table& table, std::ostream& out) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) out << (i ? "," : "") << csvText(table.columns[i]);
  out << '\n';
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) out << (i ? "," : "") << csvText(row[i]);
    out << '\n';
  }
}

void writeJson(const Table& table, std::ostream& out) {
  auto list = nlohmann::ordered_json::array();
  for (const auto& row : table.rows) {
    nlohmann::ordered_json object;
    for (std::size_t i = 0; i < row.size(); ++i) {
      auto& value = object[table.columns[i]];
      if (const double* number = std::get_if<double>(&row[i])) {
        const bool whole = std::abs(*number) < 1e15 && *number == std::floor(*number);
        if (whole)
          value = static_cast<std::int64_t>(*number);
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

void addTableOutput(CLI::App& command, std::string& output) {
  command.add_option("-o,--output", output, "Where to: .csv or .json; without it or with -, CSV to standard output")
      ->type_name("OUT");
}

void writeTable(const Table& table, const std::string& output, std::ostream& out) {
  if (output.empty() || output == "-") {
    writeCsv(table, out);
    return;
  }
  const std::string kind = std::filesystem::path(output).extension().string();
  if (kind != ".csv" && kind != ".json")
    throw Error("output '" + output + "': expected a name ending in .csv or .json, found '" + kind + "'");
  writeWhole(output, [&](std::ostream& file) { (kind == ".csv" ? writeCsv : writeJson)(table, file); });
}

}  // namespace headlight
