#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/attention_type.h"

namespace headlight {

/// The parts that a file of attention can have, as its tensors' names begin; the first one has no name.
inline constexpr std::string_view kStoredParts[] = {"",
                                                    nameOf(AttentionType::Self),
                                                    nameOf(AttentionType::Encoder),
                                                    nameOf(AttentionType::Cross),
                                                    "vision",
                                                    "audio",
                                                    nameOf(AttentionType::Stage1),
                                                    nameOf(AttentionType::Stage2),
                                                    nameOf(AttentionType::Stage3),
                                                    nameOf(AttentionType::Stage4)};

/// A file and which part of it, as a person writes them: "a.npz", or "a.npz#cross" with one of encoder, decoder and
/// cross; "a.npz#softmax" or "a.npz#cross,softmax" where it holds scores; "a.npz#row=2" of a batch of texts.
struct StoredPlace {
  std::filesystem::path file;
  std::string part = {};                 ///< Empty for the first there is of all, decoder, encoder and cross.
  bool softmax = false;                  ///< Whether weights are made of what the file holds.
  std::optional<std::int64_t> row = {};  ///< Which text of a batch.
};
StoredPlace storedPlace(const std::filesystem::path& place);
/// `place` with a softmax, and with a text of a batch.
std::string storedWithSoftmax(const std::filesystem::path& place);
std::string storedWithRow(const std::filesystem::path& place, std::int64_t row);

/// Whether `place` names a file, which then is one of attention: a GGUF file alone is a model.
bool namesAttentionFile(const std::filesystem::path& place);
/// Whether what lies at `place` is to be opened here: a NumPy file, or another with such tensors.
bool holdsAttention(const std::filesystem::path& place);
/// Whether a file is one of tensors by its name and its first bytes, whatever is in it.
bool looksLikeTensors(const std::filesystem::path& place);

}  // namespace headlight
