#pragma once

#include <CLI/CLI.hpp>
#include <iosfwd>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace headlight {

/// A cell of a table: nothing, a number or a text.
using Cell = std::variant<std::monostate, double, std::string>;
inline Cell cellOf(std::optional<double> number) { return number ? Cell(*number) : Cell(); }

/// Named columns and rows of as many cells.
struct Table {
  std::vector<std::string> columns;
  std::vector<std::vector<Cell>> rows;
};

/// `-o OUT.{csv,json}`, standard output as CSV without it or for "-".
void addTableOutput(CLI::App& command, std::string& output);

/// Writes the table as CSV (a heading, empty cells for nothing) or as a JSON array of objects (null), by the name of
/// `output`; whole or not at all. Throws Error for another name.
void writeTable(const Table& table, const std::string& output, std::ostream& out);

}  // namespace headlight
