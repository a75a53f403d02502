#pragma once

#include <QString>

#include "core/model/model_folder.h"

namespace headlight {

/// A token or class as a person reads it.
QString outcomeText(const ModelFolder& model, std::int64_t id);

/// The token or class that a person types: as outcomeNamed() reads it, where a word needs no space before it. Throws
/// Error where there is none.
std::int64_t typedOutcome(const ModelFolder& model, const QString& typed);

/// The name by which outcomeNamed() finds a token or class again: its text, or "id:5" where another has the same.
std::string outcomeName(const ModelFolder& model, std::int64_t id);

}  // namespace headlight
