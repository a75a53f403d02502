#include <algorithm>
#include <ostream>

#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/terminal_progress.h"
#include "core/base/error.h"
#include "core/findings/steering.h"

namespace headlight {
namespace {

struct SteerArguments {
  ModelArgument model;
  std::string from, to, tokens = "last", output;
  std::optional<int> layer;
};

}  // namespace

Action addSteerCommand(CLI::App& app) {
  const auto a = std::make_shared<SteerArguments>();
  a->model.addTo(app);
  app.add_option("--from", a->from, "Text file, a text a line, to steer away from")->required()->type_name("FILE");
  app.add_option("--to", a->to, "Text file, a text a line, to steer towards")->required()->type_name("FILE");
  app.add_option("--layer", a->layer, "Layer that reads the steered stream (default: the middle one)")->type_name("L");
  app.add_option("--tokens", a->tokens, "Tokens whose stream counts: the last one, or the mean of all")
      ->check(CLI::IsMember({"last", "all"}))
      ->capture_default_str();
  app.add_option("-o,--output", a->output, "Output file: the direction as .safetensors")->required()->type_name("OUT");
  return [a](std::ostream& out, Remarks& remarks) {
    if (!a->output.ends_with(".safetensors"))
      throw Error("output '" + a->output + "': expected a name ending in .safetensors");
    const Source model = a->model.open(remarks);
    SteeringVector vector = [&] {
      const TerminalProgress terminal;
      return steeringVector(*model.model, encodedLines(model, a->from), encodedLines(model, a->to),
                            a->layer.value_or(model.info.layers / 2),
                            a->tokens == "all" ? SteeringTokens::All : SteeringTokens::Last, terminal.progress());
    }();
    writeSteering(a->output, vector);
    out << "direction at layer " << vector.layer << ", length " << vector.direction.norm()
        << "; add it with --intervene 'steer \"" << a->output << "\" STRENGTH'\n";
  };
}

}  // namespace headlight
