#pragma once

#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/io/steering_file.h"
#include "core/model/model_folder.h"

namespace headlight {

/// Of which tokens of a text the stream is taken: its last one that the tokenizer did not add, or the mean of all.
enum class SteeringTokens { Last, All };

/// The direction from one set of texts to another (Rimsky et al. 2024): the mean over `to` of the stream that layer
/// `layer` reads, minus that over `from`; each text counts the same. Throws Error for an empty set or text, a layer
/// that there is not, and models of two stacks; Cancelled.
SteeringVector steeringVector(const Model& model, const std::vector<Encoding>& from, const std::vector<Encoding>& to,
                              int layer, SteeringTokens tokens, const Progress& progress = {});

/// The texts of a file, one a line, as a model reads them; empty lines are passed over. Throws Error for none.
std::vector<Encoding> encodedLines(const ModelFolder& model, const std::string& file);

}  // namespace headlight
