#include <memory>
#include <ostream>
#include <string>

#include "app/commands/commands.h"
#include "core/model/family.h"
#include "core/model/model_locations.h"

namespace headlight {
namespace {

/// A line for each family: its title, and the model_type of the config.json that it reads.
void listFamilies(std::ostream& out) {
  FamilyKind last = FamilyKind::Vision;
  for (const Family& family : families()) {
    if (&family == &families().front() || family.kind != last) out << nameOf(family.kind) << '\n';
    last = family.kind;
    std::string types;
    for (const std::string_view type : family.modelTypes) types += (types.empty() ? "" : ", ") + std::string(type);
    out << "  " << family.title << "  (" << types << ")\n";
  }
}

}  // namespace

Action addModelsCommand(CLI::App& command) {
  const auto onlyFamilies = std::make_shared<bool>(false);
  command.add_flag("--families", *onlyFamilies, "List the families of models that open, with their model_type");
  return [onlyFamilies](std::ostream& out, Remarks&) {
    if (*onlyFamilies) {
      listFamilies(out);
      return;
    }
    out << "Built in\n";
    for (const ModelLocation& place : builtInModels()) out << "  " << place.name << "  " << place.folder.string() << '\n';
    const auto cached = cachedModels();
    out << (cached.empty() ? "No others found in the Hugging Face cache\n" : "In the Hugging Face cache\n");
    for (const ModelLocation& place : cached) out << "  " << place.name << "  " << place.folder.string() << '\n';
  };
}

}  // namespace headlight
