#pragma once

#include <string>

#include "ui/reading/engine.h"

namespace headlight {

/// What a model wrote behind the text of a reading, as text; empty where it wrote nothing, or writes into another text
/// than it reads.
std::string writtenText(const RunResult& reading);

}  // namespace headlight
