#pragma once

#include <iosfwd>
#include <set>
#include <string>
#include <vector>

namespace headlight {

/// What a command has to say about its model or file beside the result: each remark once a run, a line of the error
/// stream ("headlight: note: …"); where the command fails, the error alone is said.
class Remarks {
 public:
  /// `err` outlives this.
  explicit Remarks(std::ostream& err) : m_err(err) {}

  /// Keeps those of `remarks` that are new.
  void add(const std::vector<std::string>& remarks);
  /// Writes what was kept.
  void tell();

 private:
  std::ostream& m_err;
  std::set<std::string> m_known;
  std::vector<std::string> m_waiting;
};

/// `text` on one line, whatever a file's name put into it.
std::string oneLine(std::string text);

}  // namespace headlight
