#pragma once

#include <memory>

#include "core/chat/chat_templates.h"
#include "core/checkpoint/gguf/gguf_metadata.h"
#include "core/text/tokenizer.h"

namespace headlight {

/// The tokenizer that a GGUF file holds, which cuts as llama.cpp does; null when it has none. Throws Error for a kind
/// or a way of cutting words that is not known, and for a vocabulary that is wrong.
std::shared_ptr<const Tokenizer> ggufTokenizer(const GgufMetadata& metadata);

/// The chat templates that it holds, and the special tokens that it names; throws Error for bytes that are no text, and
/// for an id that no token has.
ChatTemplates ggufChatTemplates(const GgufMetadata& metadata);

}  // namespace headlight
