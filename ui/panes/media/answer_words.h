#pragma once

#include <QString>
#include <vector>

#include "core/analysis/media_shares.h"
#include "ui/reading/engine.h"

namespace headlight {

/// A word of an answer to a picture or a sound, and where a head looks as it is written.
struct AnswerWord {
  Index token = 0;  ///< Its number in the text.
  Index row = 0;    ///< The token that panels select for it: of what a model wrote, the one that says it.
  QString label;
  MediaShares shares;  ///< Of the row.
};

/// The attention in which the text of a reading looks at pictures or a sound: cross-attention over an encoder that
/// reads them, or that of the text over itself; none where there are none.
std::optional<AttentionType> answerAttention(const RunResult& result);

/// What a model wrote to a picture or a sound, or, where it wrote nothing, the text behind the pictures, with the
/// shares of `head` of answerAttention(); empty without pictures or sound.
std::vector<AnswerWord> answerWords(const RunResult& result, HeadId head);

}  // namespace headlight
