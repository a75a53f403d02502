#pragma once

#include "app/command_line.h"

namespace headlight {

/// Opens the window as `request` says and returns its exit code; without a display, writes the opening workspace into
/// the working directory instead and says so in one line. Failures before there is a window are one line on standard
/// error and exit code 1.
int runWindow(int argc, char* argv[], const WindowRequest& request);

}  // namespace headlight
