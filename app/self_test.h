#pragma once

#include <iosfwd>

namespace headlight {

/// Checks what the program runs on and with: processor, libraries, fonts, the plug-ins that windows need, and a run of
/// each built-in model. Writes a paragraph for a report to `out`, without names of people, texts or folders. Returns the
/// exit code: 0 where everything works, else 1.
int selfTest(std::ostream& out);

}  // namespace headlight
