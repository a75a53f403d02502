#pragma once

#include <QString>
#include <vector>

#include "core/base/ids.h"
#include "core/intervention/intervention.h"
#include "ui/figures/atlas/atlas_figure.h"

namespace headlight {

/// "head 2.1", "head encoder 2.1", "layer 2", "heads 1–3.0", "every head".
QString headWords(const HeadSet& heads);
/// What a change does, in plain words: "Switch head 2.1 off", "Hide “cat” (3) from every token". Tokens are named by
/// their labels where `tokens` has them.
QString changeName(const Intervention& change, const std::vector<Token>& tokens = {});
/// What the field calls it, and where it comes from: "Zero ablation (Michel et al. 2019)".
QString changeTerm(const Intervention& change);

/// A text as changes are written with it: in quotation marks, those in it and backslashes behind a backslash.
QString grammarQuoted(const QString& text);

/// The heads of `maps`, those of an attention, that changes switch off or name otherwise.
ChangedHeads changedHeads(const std::vector<Intervention>& changes, const AttentionMaps& maps, AttentionType attention);

/// What hides a token from others.
struct HiddenToken {
  bool everywhere = false;  ///< From every token in every head.
  QString words;            ///< The changes that do so, in lines; empty for none.
};
/// One for each token.
std::vector<HiddenToken> hiddenTokens(const std::vector<Intervention>& changes, const std::vector<Token>& tokens);

/// The change that switches one head off.
Intervention switchedOff(HeadId head);

}  // namespace headlight
