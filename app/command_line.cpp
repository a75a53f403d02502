#include "app/command_line.h"

#include <CLI/CLI.hpp>
#include <ostream>

#include "app/commands/commands.h"
#include "app/reference_page.h"
#include "app/remarks.h"
#include "core/base/error.h"
#include "core/base/version.h"
#include "core/checkpoint/memory_map.h"

namespace headlight {
namespace {

struct Command {
  const char* name;
  const char* what;
  Action (*add)(CLI::App&);
};

constexpr Command kCommands[] = {
    {"attention", "Export attention weights, optionally hidden states and logits",
     addAttentionCommand},
    {"figure", "Draw a figure as PNG, SVG, PDF, PowerPoint or web page", addFigureCommand},
    {"heads", "Table of metrics and labels of every head", addHeadsCommand},
    {"ablate", "Table of the effect of ablating each head", addAblateCommand},
    {"noise", "Table of heads that attend to noise, and of the shift of the prediction", addNoiseCommand},
    {"cost", "Table of multiply-adds and memory by component and text length", addCostCommand},
    {"predict", "Predict the next token, masked tokens or class (JSON)", addPredictCommand},
    {"tokenize", "Tokenize a text, or each line of a JSON Lines file", addTokenizeCommand},
    {"decode", "Decode token ids of each line of a JSON Lines file", addDecodeCommand},
    {"models", "List built-in models and those found on this computer", addModelsCommand},
};

}  // namespace

std::optional<int> runCommandLine(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err,
                                  WindowRequest& window) {
  CLI::App app{
      "Headlight shows what the attention heads of a language model look at.\n"
      "Without a command it opens the window; without a display it draws the opening picture into headlight.png and "
      "headlight.svg.",
      "headlight"};
  app.set_version_flag("--version", std::string("headlight ") + kVersion);
  app.require_subcommand(0, 1);
  app.get_formatter()->column_width(34);
  app.add_option("open", window.open,
                 "Text, file, model folder, session, attention file or figure to open")
      ->type_name("TEXT | TEXT-FILE | MODEL-FOLDER | SESSION | ATTENTION-FILE | FIGURE");
  app.add_option("--model", window.model, "Model that the window opens")->type_name("NAME-OR-FOLDER");

  app.add_flag("--new-window", window.newWindow, "Open a file in a window of its own, not in one that is open already");
  app.add_flag("--private", window.keepsNothing,
               "Private mode: no recent files, no autosave, no crash report");
  app.add_option("--theme", window.theme, "Colours of the window")->check(CLI::IsMember({"light", "dark", "contrast"}));
  app.add_option("--language", window.language, "Language of the window (default: as chosen in it, or the system's)")
      ->check(CLI::IsMember({"en", "de", "es", "fr", "zh_CN", "ar"}));
  app.add_option("--screenshot", window.screenshot,
                 "Save a picture of the window as PNG and exit; needs no display")
      ->type_name("FILE");
  app.add_option("--size", window.size, "Size of the window in the picture")
      ->type_name("WIDTHxHEIGHT")
      ->capture_default_str();

  // For packages: written when the program is built.
  bool manual = false;
  std::string shell;
  app.add_flag("--manual-page", manual)->group("");
  app.add_option("--completion", shell)->group("");

  Action chosen;
  for (const Command& command : kCommands) {
    CLI::App* sub = app.add_subcommand(command.name, command.what);
    const Action action = command.add(*sub);
    sub->callback([&chosen, action] { chosen = action; });
  }

  try {
    // CLI11 takes the arguments last first.
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    if (manual || !shell.empty()) {
      out << (manual ? manualPage(app, kVersion) : shellCompletion(app, shell));
      return 0;
    }
    if (!chosen) return std::nullopt;
    Remarks remarks(err);
    chosen(out, remarks);
    if (MemoryMap::anyWasCutOff())
      throw Error("model file truncated during the run; discard the output");
    return 0;
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {
      app.exit(error, out, err);
      return 0;
    }
    err << "headlight: " << oneLine(error.what()) << " (see headlight --help)\n";
    return 2;
  } catch (const std::bad_alloc&) {
    err << "headlight: out of memory\n";
  } catch (const std::exception& error) {
    err << "headlight: " << oneLine(error.what()) << '\n';
  }
  return 1;
}

}  // namespace headlight
