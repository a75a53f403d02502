#include "app/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <ostream>
#include <regex>
#include <set>

#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/reference_page.h"
#include "app/remarks.h"
#include "app/self_test.h"
#include "app/usage_error.h"
#include "core/base/error.h"
#include "core/base/nearest_names.h"
#include "core/base/version.h"
#include "core/checkpoint/memory_map.h"
#include "core/io/atomic_file.h"
#include "core/text/utf8.h"

namespace headlight {
namespace {

struct Command {
  const char* name;
  const char* what;
  Action (*add)(CLI::App&);
};

constexpr Command kCommands[] = {
    {"attention", "Export attention weights, optionally hidden states and logits", addAttentionCommand},
    {"figure", "Draw a figure as PNG, SVG, PDF, PowerPoint or web page", addFigureCommand},
    {"heads", "Table of metrics and labels of every head", addHeadsCommand},
    {"corpus", "Measure every head over many texts", addCorpusCommand},
    {"merge", "Merge measurements over many texts", addMergeCommand},
    {"experts", "Table of the experts of each token and layer, in a mixture of experts", addExpertsCommand},
    {"ablate", "Table of the effect of ablating each head, or switching off each expert", addAblateCommand},
    {"analyse", "Circuits: lens, attribution, patching, edges, weights (without a method: list them)",
     addAnalyseCommand},
    {"steer", "Make a direction from two sets of texts, to add to the residual stream", addSteerCommand},
    {"noise", "Table of heads that attend to noise, and of the shift of the prediction", addNoiseCommand},
    {"cost", "Table of multiply-adds and memory by component and text length", addCostCommand},
    {"predict", "Predict the next token, masked tokens or class (JSON)", addPredictCommand},
    {"similarity", "Compare two texts by their sentence embeddings, token by token", addSimilarityCommand},
    {"tokenize", "Tokenize a text, or each line of a JSON Lines file", addTokenizeCommand},
    {"decode", "Decode token ids of each line of a JSON Lines file", addDecodeCommand},
    {"models", "List built-in models and those found on this computer", addModelsCommand},
    {"serve", "Answer command lines of another program on standard input, as the Python package does", addServeCommand},
};

/// Help that names the options which exclude one another, or need one another, in alphabetical order: CLI11 keeps them
/// by their addresses.
class OrderedFormatter : public CLI::Formatter {
 public:
  std::string make_option_opts(const CLI::Option* option) const override {
    std::string text = CLI::Formatter::make_option_opts(option);
    text = text.substr(
        0, std::min(text.find(" " + get_label("Needs") + ":"), text.find(" " + get_label("Excludes") + ":")));
    return text + listed("Needs", option->get_needs()) + listed("Excludes", option->get_excludes());
  }

 private:
  std::string listed(const std::string& label, const std::set<CLI::Option*>& options) const {
    std::set<std::string> names;
    for (const CLI::Option* each : options) names.insert(each->get_name());
    std::string text;
    for (const std::string& name : names) text += " " + name;
    return text.empty() ? text : " " + get_label(label) + ":" + text;
  }
};

/// Arguments for CLI11, which takes them last first, and for `--name=` with nothing behind it would take the next one.
std::vector<std::string> forParser(const std::vector<std::string>& arguments) {
  std::vector<std::string> last;
  for (const std::string& word : arguments) {
    if (word.starts_with("--") && word.find('=') == word.size() - 1) {
      last.push_back(word.substr(0, word.size() - 1));
      last.emplace_back();
    } else {
      last.push_back(word);
    }
  }
  std::reverse(last.begin(), last.end());
  return last;
}

/// The groups of options of a command, which CLI11 keeps as subcommands without a name.
std::vector<const CLI::App*> groupsOf(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App* sub) { return sub->get_name().empty(); });
}

/// The options that an application takes, those of its groups among them.
std::vector<std::string> optionsOf(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames())
      if (!option->get_group().empty()) names.push_back("--" + name);
  for (const CLI::App* group : groupsOf(app))
    for (std::string& name : optionsOf(*group)) names.push_back(std::move(name));
  return names;
}

/// Remarks on texts that were typed in other bytes than UTF-8; names of files may be of any.
void remarkOnTexts(const CLI::App& app, Remarks& remarks) {
  for (const CLI::Option* option : app.get_options()) {
    const std::string type = option->get_type_name();
    if (type.find("FILE") != type.npos || type.find("FOLDER") != type.npos || type == "OUT") continue;
    for (const std::string& value : option->results()) {
      std::string valid;
      remarkOnReplaced(option->get_name(), utf8::appendLossy(valid, value), remarks);
    }
  }
  for (const CLI::App* group : groupsOf(app)) remarkOnTexts(*group, remarks);
}

/// Throws Error where a file that the command is to write could not be written: before the work, not at its end.
void checkOutput(const CLI::App& command) {
  const CLI::Option* output = command.get_option_no_throw("--output");
  if (!output || output->count() == 0) return;
  const std::string path = output->results().back();
  // Of "OUT.headstats|FOLDER" a folder is made when it is needed.
  const std::string type = output->get_type_name();
  const auto folder = type.find("|FOLDER");
  if (folder != std::string::npos && !path.ends_with(type.substr(3, folder - 3))) return;
  if (!path.empty()) checkWritable(path);
}

/// What was meant perhaps by words that no option takes: a text; empty where there are none.
std::string forgottenText(const CLI::App& command) {
  const CLI::Option *text = command.get_option_no_throw("--text"), *file = nullptr;
  for (const CLI::App* group : groupsOf(command)) {
    if (!text) text = group->get_option_no_throw("--text");
    if (!file) file = group->get_option_no_throw("file");
  }
  if (!text || (file && file->count() > 0 && text->count() == 0)) return {};
  // A text without quotation marks goes on as a file.
  std::vector<std::string> words = file ? file->results() : std::vector<std::string>();
  for (const std::string& word : command.remaining())
    if (!word.starts_with("-")) words.push_back(word);
  if (words.empty()) return {};
  std::string whole = text->count() > 0 ? text->results().front() : std::string();
  for (const std::string& word : words) whole += (whole.empty() ? "" : " ") + word;
  return "; did you mean --text '" + whole + "'" + (text->count() > 0 ? ", in quotation marks?" : "?");
}

/// The message in the program's own words where one of several options is to be chosen.
std::string inOwnWords(const std::string& message) {
  static const std::regex oneOf("Exactly 1 option from \\[(.*)\\] is required(?: and (\\d+) were given)?");
  std::smatch found;
  if (!std::regex_match(message, found, oneOf)) return message;
  const std::string given = found[2].str();
  return "expected one of " + std::regex_replace(found[1].str(), std::regex(","), ", ") + ", found " +
         (given.empty() ? "none" : given + " of them");
}

/// The first word that is no option of `command`, or no command where none was found, with the names that were meant
/// perhaps; empty where every word is known.
std::string unknownWord(const CLI::App& command, bool isCommand, const std::vector<std::string>& arguments) {
  const std::vector<std::string> known = optionsOf(command);
  for (const std::string& word : arguments) {
    const std::string name = word.substr(0, word.find('='));
    const bool isOption = name.size() > 2 && name.starts_with("--");
    if (isOption && std::find(known.begin(), known.end(), name) == known.end()) {
      const std::vector<std::string> near = nearestNames(name, known, 2);
      return "'" + name + "' is not an option" + (near.empty() ? "" : "; did you mean " + inQuotesOr(near) + "?");
    }
    if (isCommand || &word != &arguments.front() || isOption) continue;
    std::vector<std::string> names;
    for (const Command& each : kCommands) names.emplace_back(each.name);
    const std::vector<std::string> near = nearestNames(name, names, 2);
    if (!near.empty()) return "'" + name + "' is not a command; did you mean " + inQuotesOr(near) + "?";
  }
  return {};
}

/// What is wrong with how the program was called, what was meant perhaps, and which help tells more.
std::string wrongUsage(const std::string& error, const CLI::App& app, const std::vector<std::string>& arguments) {
  const auto parsed = app.get_subcommands();
  const CLI::App& command = parsed.empty() ? app : *parsed.front();
  std::string message = unknownWord(command, !parsed.empty(), arguments);
  if (message.empty()) message = inOwnWords(oneLine(error)) + (parsed.empty() ? "" : forgottenText(command));
  return message + " (see headlight" + (parsed.empty() ? "" : " " + command.get_name()) + " --help)";
}

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
  app.formatter(std::make_shared<OrderedFormatter>());
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

  bool testsItself = false;
  app.add_flag("--self-test", testsItself,
               "Check processor, libraries, fonts and built-in models, and describe them in a paragraph for a report");

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

  const auto failed = [&err](int code, const std::string& message) {
    err << "headlight: " << oneLine(message) << '\n';
    return code;
  };
  try {
    try {
      app.parse(forParser(arguments));
    } catch (const CLI::Success& asked) {  // For help, or for the version.
      app.exit(asked, out, err);
      flushOutput(out);
      return 0;
    }
    if (manual || !shell.empty()) {
      out << (manual ? manualPage(app, kVersion) : shellCompletion(app, shell));
      flushOutput(out);
      return 0;
    }
    if (testsItself) return selfTest(out);
    if (!chosen) return std::nullopt;
    Remarks remarks(err);
    remarkOnTexts(*app.get_subcommands().front(), remarks);
    checkOutput(*app.get_subcommands().front());
    chosen(out, remarks);
    flushOutput(out);
    remarks.tell();
    if (MemoryMap::anyWasCutOff())
      throw Error("model file truncated during the run; discard the output");
    return 0;
  } catch (const CLI::ParseError& error) {
    return failed(2, wrongUsage(error.what(), app, arguments));
  } catch (const UsageError& error) {
    return failed(2, error.what());
  } catch (const std::bad_alloc&) {
    return failed(1, "out of memory");
  } catch (const std::exception& error) {
    return failed(1, error.what());
  }
}

}  // namespace headlight
