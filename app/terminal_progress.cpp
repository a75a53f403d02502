#include "app/terminal_progress.h"

#include <algorithm>
#include <iostream>
#include <string>

#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

#include "app/remarks.h"

namespace headlight {
namespace {

/// A line of a narrow terminal.
constexpr std::size_t kLineWidth = 78;

bool isWatched() {
#ifdef _WIN32
  return _isatty(2) != 0;
#else
  return isatty(STDERR_FILENO) != 0;
#endif
}

}  // namespace

struct TerminalProgress::Line {
  std::ostream& stream;
  bool watched;
  std::string last = {};
  std::size_t width = 0;

  void write(const std::string& text) {
    if (text == last) return;
    last = text;
    stream << '\r' << text << std::string(width > text.size() ? width - text.size() : 0, ' ') << std::flush;
    width = text.size();
  }
};

TerminalProgress::TerminalProgress() : TerminalProgress(std::cerr, isWatched()) {}

TerminalProgress::TerminalProgress(std::ostream& stream, bool watched)
    : m_line(std::make_shared<Line>(Line{stream, watched})) {}

TerminalProgress::~TerminalProgress() {
  if (m_line->width == 0) return;
  m_line->write({});
  m_line->stream << '\r' << std::flush;
}

Progress TerminalProgress::progress() const {
  if (!m_line->watched) return {};
  return Progress([line = m_line](double part, std::string_view what) {
    const int percent = static_cast<int>(100 * std::clamp(part, 0.0, 1.0));
    std::string text = "headlight: " + std::to_string(percent) + " %";
    if (!what.empty()) text += " " + oneLine(std::string(what));
    line->write(text.substr(0, kLineWidth));
    return true;
  });
}

}  // namespace headlight
