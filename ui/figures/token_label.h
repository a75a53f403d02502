#pragma once

#include <QString>
#include <vector>

#include "core/text/encoding.h"

namespace headlight {

/// A token as a label shows it: no space around it, white space made visible ("␣", "↵", "⇥"), never empty.
QString tokenLabel(const Token& token);

/// The labels of all tokens.
std::vector<QString> tokenLabels(const std::vector<Token>& tokens);

}  // namespace headlight
