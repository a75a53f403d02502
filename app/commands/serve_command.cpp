#include <istream>
#include <iostream>
#include <optional>
#include <sstream>

#include "app/command_line.h"
#include "app/commands/commands.h"
#include "app/commands/json_lines.h"
#include "app/qt_application.h"
#include "app/usage_error.h"
#include "core/base/json.h"
#include "core/base/version.h"
#include "core/checkpoint/memory_map.h"
#include "core/io/atomic_file.h"
#include "core/reading/kept_readings.h"

namespace headlight {
namespace {

using Json = nlohmann::ordered_json;

/// A command line that another program wrote, and what its command reads as standard input.
struct Question {
  std::vector<std::string> arguments;
  std::string input;
};

Question questionIn(const std::string& line) {
  const char* const expected = "a line of {\"arguments\": [\"heads\", …], \"input\": \"…\"}";
  const nlohmann::json object = parseJson(line, std::string("expected ") + expected);
  if (!object.is_object()) throw Error(std::string("expected ") + expected + ", found " + object.type_name());
  Question question;
  for (const nlohmann::json& word :
       required<std::vector<nlohmann::json>>(object, "arguments", "a list of the words of a command line")) {
    if (!word.is_string())
      throw Error(std::string("'arguments': expected texts, found ") + word.type_name() + " at place " +
                  std::to_string(question.arguments.size()));
    question.arguments.push_back(word.get<std::string>());
  }
  if (object.contains("input")) question.input = required<std::string>(object, "input", "a text");
  return question;
}

/// Has what is written to `stream`, or read from it, be `other` while this lives.
class Redirected {
 public:
  Redirected(std::ios& stream, std::streambuf* other) : m_stream(stream), m_before(stream.rdbuf(other)) {}
  ~Redirected() { m_stream.rdbuf(m_before); }
  Redirected(const Redirected&) = delete;
  Redirected& operator=(const Redirected&) = delete;

 private:
  std::ios& m_stream;
  std::streambuf* const m_before;
};

/// What became of a command line: its exit code, what it says, and the bytes of its standard output.
struct Answer {
  int code = 0;
  std::string error;
  Json notes = Json::array();
  std::string output;
};

/// Takes the lines of an error stream apart.
void takeSaid(const std::string& said, Answer& answer) {
  static const std::string name = "headlight: ", note = "note: ";
  std::istringstream lines(said);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(name)) line.erase(0, name.size());
    if (line.starts_with(note))
      answer.notes.push_back(line.substr(note.size()));
    else
      answer.error += (answer.error.empty() ? "" : "\n") + line;
  }
}

Answer answerTo(const Question& question) {
  std::istringstream in(question.input);
  std::ostringstream out, said;
  Answer answer;
  WindowRequest window;
  {
    // A command that writes to "-" writes to standard output.
    const Redirected read(std::cin, in.rdbuf()), written(std::cout, out.rdbuf());
    const std::optional<int> code = runCommandLine(question.arguments, out, said, window);
    if (!code) said << "expected a command, found what a window is opened with";
    answer.code = code.value_or(2);
  }
  takeSaid(said.str(), answer);
  if (answer.code == 0) answer.output = std::move(out).str();
  return answer;
}

/// A line that says how many bytes follow, and those.
void send(const Answer& answer, std::ostream& out) {
  Json line = {{"code", answer.code}};
  if (!answer.error.empty()) line["error"] = answer.error;
  if (!answer.notes.empty()) line["notes"] = answer.notes;
  line["bytes"] = answer.output.size();
  out << dumpLine(line) << '\n' << answer.output;
  flushOutput(out);
}

void serve(std::istream& in, std::ostream& out) {
  if (KeptReadings::current()) throw UsageError("serve: expected another command, found serve within serve");
  const KeptReadings kept;
  std::optional<QtApplication> figures;
  out << dumpLine({{"headlight", kVersion}}) << '\n';
  flushOutput(out);
  for (std::string line; std::getline(in, line);) {
    Answer answer;
    try {
      const Question question = questionIn(line);
      // What fonts and a style cost is paid once.
      if (!figures && !question.arguments.empty() && question.arguments.front() == "figure") figures.emplace();
      answer = answerTo(question);
    } catch (const Error& error) {
      answer.code = 2;
      answer.error = error.what();
    }
    send(answer, out);
    // What was read from a file that was cut off is kept no longer.
    if (MemoryMap::anyWasCutOff()) return;
  }
}

}  // namespace

Action addServeCommand(CLI::App& app) {
  app.footer(
      "Reads lines of {\"arguments\": [\"heads\", \"--text\", \"…\"], \"input\": \"…\"}, the words of a command line and its standard "
      "input, and answers each\nwith a line of {\"code\": 0, \"error\": \"…\", \"notes\": [\"…\"], \"bytes\": N} and the N bytes of its "
      "standard output. First it says\n{\"headlight\": VERSION}; it ends with its input. Models and their last readings are kept.");
  return [](std::ostream& out, Remarks&) {
    std::istream in(std::cin.rdbuf());
    std::ostream answers(out.rdbuf());
    serve(in, answers);
  };
}

}  // namespace headlight
