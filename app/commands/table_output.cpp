#include "app/commands/table_output.h"

#include "core/base/error.h"

namespace headlight {

CLI::Option* addTableOutput(CLI::App& command, std::string& output, const char* what) {
  // A wrong name is known before a model runs.
  const auto wrong = [](const std::string& name) {
    try {
      if (!name.empty() && name != "-") checkTableName(name);
      return std::string();
    } catch (const Error& error) {
      return std::string(error.what());
    }
  };
  return command.add_option("-o,--output", output, what)->type_name("OUT")->check(CLI::Validator(wrong, ""));
}

void writeTable(const Table& table, const std::string& output, std::ostream& out) {
  if (output.empty() || output == "-")
    writeCsv(table, out);
  else
    writeTable(table, std::filesystem::path(output));
}

}  // namespace headlight
