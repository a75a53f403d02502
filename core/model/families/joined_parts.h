#pragma once

#include <initializer_list>
#include <string>

#include "core/model/family.h"

namespace headlight {

/// The first of several beginnings of names that a tensor has; the last one where none has.
std::string firstPrefix(const FamilyInput& input, std::initializer_list<std::string> prefixes);

/// What text_config (or the whole, where there is none) and the tensors that begin with `stem` describe: a decoder of
/// any family. Throws Error for a family that is not known.
Architecture textPart(const FamilyInput& input, const std::string& stem, const std::string& defaultType);

/// The id of the tokens that stand for a picture.
std::int64_t imageIdOf(const Config& config, std::int64_t otherwise);

/// Keys of models with pictures that change nothing of what is computed, and those of their text.
std::vector<UnreadKey> joinedUnread();

}  // namespace headlight
