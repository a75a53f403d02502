#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "core/base/index.h"
#include "core/text/encoding.h"
#include "ui/state/workspace_state.h"

namespace headlight {

/// Where the tokens of one reading are in a later one.
class TokenMove {
 public:
  /// After one edit of the text: what it begins and ends with stays, what lies between is replaced.
  static TokenMove byEdit(const std::vector<Token>& before, const std::vector<Token>& after);
  /// In the same text as another tokenizer cuts it: the tokens over the same characters.
  static TokenMove byCharacters(const std::vector<Token>& before, const std::vector<Token>& after);

  /// The half-open range [begin, end) afterwards. It grows and shrinks with an edit within it, keeps the rest of it
  /// where an edit reaches beyond, and is gone with all of its tokens.
  std::optional<std::pair<Index, Index>> of(Index begin, Index end) const;
  /// One token afterwards: the first of those in its place.
  std::optional<Index> of(Index token) const;

 private:
  std::vector<std::optional<std::pair<Index, Index>>> m_now;  ///< Half-open, for each token; none where it is gone.
  Index m_begin = 0, m_end = 0;                               ///< The tokens that an edit replaced,
  std::pair<Index, Index> m_instead;                          ///< and those that it put there.
};

/// `state` with what it knows by numbers of the first text's tokens (the selected token, spans of lenses, tokens of
/// changes) where `move` put them. What lost all of its tokens goes, but a change stays as it was written: another text
/// may have such tokens again.
WorkspaceState moved(WorkspaceState state, const TokenMove& move);

}  // namespace headlight
