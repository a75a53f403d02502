#include "app/commands/table_output.h"

namespace headlight {

void addTableOutput(CLI::App& command, std::string& output) {
  command.add_option("-o,--output", output, "Output file: .csv or .json; without it or with -, CSV to standard "
                                            "output")
      ->type_name("OUT");
}

void writeTable(const Table& table, const std::string& output, std::ostream& out) {
  if (output.empty() || output == "-")
    writeCsv(table, out);
  else
    writeTable(table, std::filesystem::path(output));
}

}  // namespace headlight
