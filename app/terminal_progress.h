#pragma once

#include <iosfwd>
#include <memory>

#include "core/base/progress.h"

namespace headlight {

/// One line that says how far long work is, written over again and wiped out at the end: where a person watches.
class TerminalProgress {
 public:
  /// Of the error stream; silent where that is no terminal.
  TerminalProgress();
  /// Into `stream`, which outlives this; silent where nobody watches.
  TerminalProgress(std::ostream& stream, bool watched);
  ~TerminalProgress();
  TerminalProgress(const TerminalProgress&) = delete;
  TerminalProgress& operator=(const TerminalProgress&) = delete;

  /// What the work tells, while this lives; from one thread at a time.
  Progress progress() const;

 private:
  struct Line;
  std::shared_ptr<Line> m_line;
};

}  // namespace headlight
