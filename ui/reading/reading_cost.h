#pragma once

#include <string>

#include "ui/dialogs/text_file_dialog.h"
#include "ui/reading/engine.h"

namespace headlight {

/// What `model` would take to read the first `most` tokens of `text`, or why it cannot.
ReadingCost readingCost(const Source& model, const std::string& text, std::size_t most);

}  // namespace headlight
