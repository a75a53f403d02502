#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "core/io/stored_notes.h"
#include "core/text/encoding.h"

namespace headlight {

/// `count` tokens: texts under the first of `names` that the notes have, else the ids of a tensor `idsName`, else their
/// numbers; those of the notes' list `specialName` are special, without it those that look so. Throws Error for as many
/// as do not fit.
std::vector<Token> storedTokens(const StoredContents& from, const StoredNotes& notes,
                                std::initializer_list<const char*> names, const char* idsName, const char* specialName,
                                std::int64_t count);

/// Finds the parts of characters that `display` shows: a file has only their texts ("é 1/2", "é 2/2").
void findParts(std::vector<Token>& tokens);

/// The text that the tokens come to.
std::string textOfTokens(const std::vector<Token>& tokens);

/// Says where tokens stand in `text`, as far as they are found one after the other, and which of them begin a word.
void placeTokens(const std::string& text, std::vector<Token>& tokens);

}  // namespace headlight
