#pragma once

#include <CLI/CLI.hpp>
#include <iosfwd>
#include <string>

#include "core/io/table.h"

namespace headlight {

/// `-o OUT.{csv,json}`, standard output as CSV without it or for "-".
CLI::Option* addTableOutput(
    CLI::App& command, std::string& output,
    const char* what = "Output file: .csv or .json; without it or with -, CSV to standard output");

/// Writes the table to the file `output`, or as CSV to `out` where it is "-" or empty. Throws Error as writeTable().
void writeTable(const Table& table, const std::string& output, std::ostream& out);

}  // namespace headlight
