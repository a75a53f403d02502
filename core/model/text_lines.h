#pragma once

#include <functional>
#include <string>

#include "core/model/model_folder.h"

namespace headlight {

/// The tokenizer to read `what` with, a text or a file. Throws Error for a model without one.
const Tokenizer& tokenizerFor(const ModelFolder& model, const std::string& what);

/// Calls `body` with each text of a file, one a line, as `model` reads it, and with the part of the file, 0 to 1, that
/// ends with it; empty lines are passed over. Throws Error for a model without a tokenizer, a file that cannot be read,
/// a text of more than 1 MiB, and a file without texts.
void forEachTextLine(const ModelFolder& model, const std::string& file,
                     const std::function<void(const Encoding&, double part)>& body);

}  // namespace headlight
