#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace headlight {

/// A cell of a table: nothing, a number or a text.
using TableCell = std::variant<std::monostate, double, std::string>;
inline TableCell cellOf(std::optional<double> number) { return number ? TableCell(*number) : TableCell(); }

/// Named columns and rows of as many cells.
struct Table {
  std::vector<std::string> columns;
  std::vector<std::vector<TableCell>> rows;
};

/// A heading and a line for each row; empty cells for nothing and for numbers that are none.
void writeCsv(const Table& table, std::ostream& out);

/// Throws Error for a name that no table is written to: it ends in .csv or .json.
void checkTableName(const std::filesystem::path& path);

/// Writes the table as CSV or as a JSON array of objects (null for nothing), by the name of `path`; whole or not at
/// all. Throws Error as checkTableName() does.
void writeTable(const Table& table, const std::filesystem::path& path);

}  // namespace headlight
