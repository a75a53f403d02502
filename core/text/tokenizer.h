#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/encoding.h"

namespace headlight {

struct PipelineParts;

/// Turns text into the tokens of one model and back, as the model's tokenizer files say.
/// Immutable and safe to use from several threads.
class Tokenizer {
 public:
  /// Reads the tokenizer of a model folder; throws Error when there is none or a file is wrong.
  static std::shared_ptr<const Tokenizer> open(const std::filesystem::path& folder);
  /// That of the language that a translator writes, where the folder has one of its own (Marian's target.spm); else
  /// null. Throws Error when a file is wrong.
  static std::shared_ptr<const Tokenizer> openTarget(const std::filesystem::path& folder);
  /// The tokenizer of parts that were put together elsewhere.
  static std::shared_ptr<const Tokenizer> of(PipelineParts parts);
  /// Whether `folder` holds files that open() would read.
  static bool isIn(const std::filesystem::path& folder);

  ~Tokenizer();

  /// Tokens of `text` (UTF-8; invalid bytes become U+FFFD), or of the pair. Throws Error where the file's truncation
  /// cannot be done.
  Encoding encode(std::string_view text, std::optional<std::string_view> pair = {}, bool addSpecialTokens = true) const;
  /// The text of `ids`; unknown ids are left out.
  std::string decode(std::span<const std::int64_t> ids, bool skipSpecialTokens) const;

  /// The vocabulary's string of an id, if there is one.
  std::optional<std::string> tokenOf(std::int64_t id) const;
  /// The id of a vocabulary string, if there is one.
  std::optional<std::int64_t> idOf(std::string_view token) const;
  /// What a person reads for one token alone (" cat", "ing", "[MASK]").
  std::string displayOf(std::int64_t id) const;
  /// Whether `id` behind `before` goes on with its word: a piece that says so ("##ing"); one without a space in front
  /// of it where tokens hold their spaces, and of the same kind (letters, digits, marks) in byte-level vocabularies. In
  /// a vocabulary of whole words none does, nor a special token.
  bool goesOn(std::int64_t before, std::int64_t id) const;
  /// The mask token's id, for models that fill gaps.
  std::optional<std::int64_t> maskId() const;
  /// The special tokens that its settings or its class name, by role: bos_token … mask_token.
  const std::map<std::string, std::string>& specialTokens() const;
  /// What is unusual in the files, a sentence each.
  const std::vector<std::string>& remarks() const;
  /// One more than the largest id.
  std::int64_t vocabularySize() const;

 private:
  struct Parts;
  explicit Tokenizer(std::unique_ptr<const Parts> parts);
  static std::shared_ptr<const Tokenizer> made(std::unique_ptr<Parts> parts);
  std::unique_ptr<const Parts> m_parts;
};

}  // namespace headlight
