#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/family.h"

namespace headlight {

/// The first of several beginnings of names that a tensor has; the last one where none has.
std::string firstPrefix(const FamilyInput& input, std::initializer_list<std::string> prefixes);

/// How a part of a model is called.
struct PartNames {
  std::string type, stem;
  OutputHeadKind head = OutputHeadKind::None;
  Architecture (*describe)(const FamilyInput& input) = nullptr;  ///< In place of the family's own.
};
/// What `part` of config.json describes as a model of `family`, whose keys are judged as that family does; `known` are
/// further ones that the whole knows.
Architecture describePart(const Family& family, const FamilyInput& input, const Config& part, const PartNames& names,
                          std::initializer_list<std::string_view> known = {});

/// What text_config (or the whole, where there is none) and the tensors that begin with `stem` describe: a decoder of
/// any family. Throws Error for a family that is not known.
Architecture textPart(const FamilyInput& input, const std::string& stem, const std::string& defaultType,
                      std::initializer_list<std::string_view> known = {});

/// The id of the tokens that stand for a picture.
std::int64_t imageIdOf(const Config& config, std::int64_t otherwise);

/// Keys of models with pictures that change nothing of what is computed, and those of their text.
std::vector<UnreadKey> joinedUnread();

}  // namespace headlight
