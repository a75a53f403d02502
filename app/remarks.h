#pragma once

#include <iosfwd>
#include <set>
#include <string>
#include <vector>

namespace headlight {

/// What a command has to say about its model or file beside the result: each remark once a run, a line of the error
/// stream ("headlight: note: …").
class Remarks {
 public:
  /// `err` outlives this.
  explicit Remarks(std::ostream& err) : m_err(err) {}

  /// Writes those of `remarks` that were not written yet.
  void add(const std::vector<std::string>& remarks);

 private:
  std::ostream& m_err;
  std::set<std::string> m_written;
};

/// `text` on one line, whatever a file's name put into it.
std::string oneLine(std::string text);

}  // namespace headlight
