#include <ostream>

#include "app/commands/commands.h"
#include "core/model/model_locations.h"

namespace headlight {

Action addModelsCommand(CLI::App&) {
  return [](std::ostream& out, Remarks&) {
    out << "Built in\n";
    for (const ModelLocation& place : builtInModels()) out << "  " << place.name << "  " << place.folder.string() << '\n';
    const auto cached = cachedModels();
    out << (cached.empty() ? "No others found in the Hugging Face cache\n" : "In the Hugging Face cache\n");
    for (const ModelLocation& place : cached) out << "  " << place.name << "  " << place.folder.string() << '\n';
  };
}

}  // namespace headlight
