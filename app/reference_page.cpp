#include "app/reference_page.h"

#include <algorithm>
#include <regex>
#include <sstream>
#include <vector>

#include "app/usage_error.h"
#include "core/base/error.h"

namespace headlight {
namespace {

/// Text for roff: no line begins a request, a backslash and a hyphen are themselves.
std::string roff(const std::string& text) {
  std::string out;
  bool begins = true;
  for (const char c : text) {
    if (begins && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else
      out += c;
    begins = c == '\n';
  }
  return out;
}

/// "-o, --output OUT": what an option is called, and what it takes.
std::string signature(const CLI::Option& option) {
  std::string names = option.get_positional() ? option.get_name(true) : option.get_name(false, true);
  std::replace(names.begin(), names.end(), ',', ' ');
  std::string out;
  std::istringstream words(names);
  for (std::string name; words >> name;) out += (out.empty() ? "" : ", ") + name;
  if (const std::string type = option.get_type_name(); !type.empty() && option.get_expected_max() > 0)
    out += " " + type;
  return out;
}

bool isShown(const CLI::Option& option) { return !option.get_group().empty(); }
bool isShown(const CLI::App& app) { return !app.get_group().empty(); }

void writeOptions(std::ostream& out, const CLI::App& app) {
  for (const CLI::Option* option : app.get_options()) {
    if (!isShown(*option)) continue;
    out << ".TP\n.B " << roff(signature(*option)) << '\n' << roff(option->get_description());
    if (!option->get_default_str().empty()) out << " (without it: " << roff(option->get_default_str()) << ")";
    out << '\n';
  }
  // Groups of options are apps without a name.
  for (const CLI::App* group : app.get_subcommands([](const CLI::App* sub) { return sub->get_name().empty(); }))
    writeOptions(out, *group);
}

std::vector<const CLI::App*> commandsOf(const CLI::App& app) {
  std::vector<const CLI::App*> commands;
  for (const CLI::App* sub : app.get_subcommands([](const CLI::App* one) { return !one->get_name().empty(); }))
    if (isShown(*sub)) commands.push_back(sub);
  return commands;
}

/// An option as a shell sees it.
struct Word {
  std::string name;  ///< "--theme"
  std::string what;  ///< One line.
  bool takesValue = false;
  std::vector<std::string> choices;  ///< Of the value, where they are few.
};

void addWords(std::vector<Word>& words, const CLI::App& app) {
  for (const CLI::Option* option : app.get_options()) {
    if (!isShown(*option) || option->get_positional()) continue;
    Word word;
    word.what = option->get_description().substr(0, option->get_description().find('\n'));
    word.takesValue = option->get_expected_max() > 0 && option->get_type_size_max() > 0;
    // CLI11 names the choices in the type: "TEXT:{light,dark}".
    const std::string type = option->get_type_name();
    if (const auto open = type.find('{'), close = type.rfind('}'); open != type.npos && close != type.npos) {
      std::istringstream list(type.substr(open + 1, close - open - 1));
      for (std::string choice; std::getline(list, choice, ',');) word.choices.push_back(choice);
    }
    for (const std::string& name : option->get_lnames()) {
      word.name = "--" + name;
      words.push_back(word);
    }
    for (const std::string& name : option->get_snames()) {
      word.name = "-" + name;
      words.push_back(word);
    }
  }
  for (const CLI::App* group : app.get_subcommands([](const CLI::App* sub) { return sub->get_name().empty(); }))
    addWords(words, *group);
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

/// Single-quoted for every shell.
std::string inQuotes(const std::string& text) { return "'" + std::regex_replace(text, std::regex("'"), "’") + "'"; }

std::string bash(const CLI::App& app) {
  std::ostringstream out;
  out << "# Completion of " << app.get_name() << " for bash.\n_" << app.get_name() << "() {\n"
      << "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= each\n"
      << "  for each in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n    case $each in ";
  std::vector<std::string> names;
  for (const CLI::App* command : commandsOf(app)) names.push_back(command->get_name());
  for (std::size_t i = 0; i < names.size(); ++i) out << (i ? "|" : "") << names[i];
  out << ") command=$each; break ;; esac\n  done\n  local options=\n  case $command in\n";
  const auto write = [&](const std::string& name, const CLI::App& from, const std::string& more) {
    std::vector<Word> words;
    addWords(words, from);
    out << "    " << (name.empty() ? "''" : name) << ")\n      case $before in\n";
    std::string all = more;
    for (const Word& word : words) {
      all += (all.empty() ? "" : " ") + word.name;
      if (!word.choices.empty())
        out << "        " << word.name << ") COMPREPLY=($(compgen -W \"" << joined(word.choices)
            << "\" -- \"$word\")); return ;;\n";
      else if (word.takesValue)
        out << "        " << word.name << ") COMPREPLY=($(compgen -f -- \"$word\")); return ;;\n";
    }
    out << "      esac\n      options=\"" << all << "\" ;;\n";
  };
  write("", app, joined(names));
  for (const CLI::App* command : commandsOf(app)) write(command->get_name(), *command, "");
  out << "  esac\n  COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n"
      << "  [ ${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- \"$word\"))\n}\ncomplete -o filenames -F _"
      << app.get_name() << ' ' << app.get_name() << '\n';
  return out.str();
}

std::string zsh(const CLI::App& app) {
  std::ostringstream out;
  const auto options = [](const CLI::App& from) {
    std::vector<Word> words;
    addWords(words, from);
    std::string lines;
    for (const Word& word : words) {
      // Brackets and colons are zsh's own.
      const std::string what = std::regex_replace(word.what, std::regex(R"([\[\]:])"), "\\$&");
      std::string line = word.name + "[" + what + "]";
      if (word.takesValue) line += word.choices.empty() ? ":value:_files" : ":value:(" + joined(word.choices) + ")";
      lines += " \\\n        " + inQuotes(line);
    }
    return lines;
  };
  out << "#compdef " << app.get_name() << "\n# Completion for zsh.\n_" << app.get_name() << "() {\n"
      << "  local -a commands=(\n";
  for (const CLI::App* command : commandsOf(app))
    out << "    " << inQuotes(command->get_name() + ":" + command->get_description()) << '\n';
  out << "  )\n  local line state\n  _arguments -C" << options(app)
      << " \\\n        '1: :->command' '*:: :->rest'\n  case $state in\n"
      << "    command) _describe command commands; _files ;;\n    rest)\n      case $line[1] in\n";
  for (const CLI::App* command : commandsOf(app))
    out << "        " << command->get_name() << ") _arguments" << options(*command)
        << " \\\n        '*:file:_files' ;;\n";
  out << "      esac ;;\n  esac\n}\n_" << app.get_name() << " \"$@\"\n";
  return out.str();
}

std::string fish(const CLI::App& app) {
  std::ostringstream out;
  const std::string& name = app.get_name();
  out << "# Completion of " << name << " for fish.\n";
  const auto write = [&](const CLI::App& from, const std::string& when) {
    std::vector<Word> words;
    addWords(words, from);
    for (const Word& word : words) {
      out << "complete -c " << name << " -n " << inQuotes(when)
          << (word.name.rfind("--", 0) == 0 ? " -l " + word.name.substr(2) : " -s " + word.name.substr(1));
      if (word.takesValue) out << " -r";
      if (!word.choices.empty()) out << " -f -a " << inQuotes(joined(word.choices));
      out << " -d " << inQuotes(word.what) << '\n';
    }
  };
  write(app, "__fish_use_subcommand");
  for (const CLI::App* command : commandsOf(app)) {
    out << "complete -c " << name << " -n '__fish_use_subcommand' -a " << command->get_name() << " -d "
        << inQuotes(command->get_description()) << '\n';
    write(*command, "__fish_seen_subcommand_from " + command->get_name());
  }
  return out.str();
}

}  // namespace

std::string manualPage(const CLI::App& app, const std::string& version) {
  std::ostringstream out;
  std::string title = app.get_name();
  std::transform(title.begin(), title.end(), title.begin(), [](unsigned char c) { return std::toupper(c); });
  const std::string& name = app.get_name();
  out << ".TH " << title << R"( 1 "" ")" << name << ' ' << version << R"(" "User Commands")" << '\n'
      << ".SH NAME\n"
      << name << " \\- see what the attention heads of a language model look at\n"
      << ".SH SYNOPSIS\n.B " << name << "\n[OPTIONS] [" << roff(app.get_option("open")->get_type_name())
      << "]\n.br\n.B " << name << "\nCOMMAND [OPTIONS]\n.SH DESCRIPTION\n"
      << roff(app.get_description()) << "\n.SH OPTIONS\n";
  writeOptions(out, app);
  out << ".SH COMMANDS\n";
  for (const CLI::App* command : commandsOf(app)) {
    out << ".SS " << app.get_name() << ' ' << command->get_name() << '\n' << roff(command->get_description()) << ".\n";
    writeOptions(out, *command);
  }
  out << R"(.SH EXIT STATUS
0, 1 for a failure (one line on standard error that names what, where, expected and found), 2 for wrong usage.
.SH ENVIRONMENT
.TP
.B HEADLIGHT_RESOURCES
The folder of the built\-in models and samples.
.TP
.B HF_HUB_CACHE, HUGGINGFACE_HUB_CACHE, HF_HOME
Where models of the local Hugging Face cache are looked for.
.TP
.B TMPDIR
Where scratch files of very long texts lie (without it: /var/tmp).
.SH FILES
.TP
.I ~/.config/headlight
Settings of the window.
.TP
.I ~/.local/share/headlight/headlight/autosave
The unsaved work of a window that did not end well.
.TP
.I ~/.local/share/headlight/headlight/crashes
What went wrong in the last crashes, with nothing of a text in it; it is sent nowhere.
)";
  return out.str();
}

std::string shellCompletion(const CLI::App& app, const std::string& shell) {
  if (shell == "bash") return bash(app);
  if (shell == "zsh") return zsh(app);
  if (shell == "fish") return fish(app);
  throw UsageError("shell: expected bash, zsh or fish, found '" + shell + "'");
}

}  // namespace headlight
