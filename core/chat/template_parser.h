#pragma once

#include <string_view>
#include <vector>

#include "core/chat/template_tree.h"

namespace headlight::chat {

/// The statements of a chat template: Jinja with trim_blocks, lstrip_blocks, loop controls and generation blocks.
/// Throws Error that begins with the line.
std::vector<Statement> parseTemplate(std::string_view source);

}  // namespace headlight::chat
