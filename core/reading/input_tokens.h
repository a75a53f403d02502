#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/reading/input.h"
#include "core/reading/source.h"

namespace headlight {

/// The tokens that an input comes to.
struct InputTokens {
  ModelInput read;                 ///< Of an encoder–decoder model, what its encoder reads.
  std::optional<Encoding> target;  ///< What its decoder reads; none for other models.

  std::optional<TurnPlace> answer = {};  ///< The turn of a conversation that the model goes on with; none without.
  std::vector<int> missed = {};          ///< TurnRanges::missed, of a conversation.
  std::vector<std::string> remarks = {};  ///< What was done to a sound, a sentence each.

  /// What a model says the next token of.
  const Encoding& last() const { return target ? *target : read.encoding; }
};

/// The tokens of what a chat template made of `conversation`, in which it has written the special ones: each with its
/// turn, or special where the template wrote it.
Encoding chatEncoding(const ChatText& read, const Conversation& conversation, const Tokenizer& tokenizer);

/// A sentence that says which turns of a conversation, TurnRanges::missed, count as the template's.
std::string remarkOnMissed(const std::vector<int>& missed);

/// `input`, a picture alone beside an empty text where `model` reads pictures in its text.
Input besideEmptyText(const Source& model, Input input);

/// Turns `input`, with its continuation, into the tokens that `model` reads. Throws Error for an input that the model
/// does not read, or that it has no tokenizer for, and for ids that are none.
InputTokens tokensOf(const Source& model, const Input& input);

}  // namespace headlight
