#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace headlight {

/// What the command line asks of the window, when it names no command.
struct WindowRequest {
  std::vector<std::string> open;  ///< A text, or files and folders to open.
  std::string model;              ///< Empty for the built-in one.
  std::string theme;              ///< "light", "dark" or "contrast"; empty for the one chosen last.
  std::string language;           ///< Of the window, "de"; empty for the one chosen, or the system's.
  std::string screenshot;         ///< Write a picture of the window to this file and leave; needs no display.
  std::string size = "1280x800";  ///< Of the window on a screenshot.
  bool newWindow = false;         ///< Beside one that is open already, also for a file.
  bool keepsNothing = false;      ///< A private window.
};

/// Runs `arguments` (without the program's name). Returns the exit code: 0, 1 for a failure (one line on `err`), 2 for
/// wrong usage; nothing when a window is wanted, described in `window`.
std::optional<int> runCommandLine(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err,
                                  WindowRequest& window);

}  // namespace headlight
