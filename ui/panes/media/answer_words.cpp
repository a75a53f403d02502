#include "ui/panes/media/answer_words.h"

#include <algorithm>

#include "ui/figures/token_label.h"
#include "ui/reading/heads/head_maps.h"
#include "ui/reading/panel_sight.h"

namespace headlight {
namespace {

bool hasPlace(const Token& token) { return token.place.has_value(); }

bool anyPlace(const std::vector<Token>& tokens) { return std::any_of(tokens.begin(), tokens.end(), hasPlace); }

}  // namespace

std::optional<AttentionType> answerAttention(const RunResult& result) {
  for (const AttentionType type : {AttentionType::Cross, AttentionType::Self}) {
    if (type == AttentionType::Cross && !result.beside.contains(type)) continue;
    const AttentionMaps& maps = *mapsOf(type, result);
    const std::vector<Token>& queries = maps.queryTokens();
    if (anyPlace(maps.keyTokens()) && !std::all_of(queries.begin(), queries.end(),
                                                   [](const Token& token) { return hasPlace(token) || token.special; }))
      return type;
  }
  return {};
}

std::vector<AnswerWord> answerWords(const RunResult& result, HeadId head) {
  std::vector<AnswerWord> words;
  const auto type = answerAttention(result);
  if (!type) return words;
  const AttentionMaps& maps = *mapsOf(*type, result);
  const AttentionContext& context = contextOf(*type, result);
  head = nearestHead(maps, head.of(*type));
  const bool cross = *type == AttentionType::Cross;
  const std::vector<Token>& tokens = maps.queryTokens();
  const auto count = static_cast<Index>(tokens.size());
  Index first = cross ? 1 : 0;
  for (Index i = 0; !cross && i < count; ++i)
    if (hasPlace(tokens[static_cast<std::size_t>(i)])) first = i + 1;
  const bool written = result.trace && result.written > 0 && result.written < count;
  if (written) first = std::max(first, result.written);
  // What is written was said by the row before it; panels over a source name their rows by what they say.
  const Index before = written || cross ? 1 : 0;
  std::vector<Index> sinks;
  for (Index key = 0; key < maps.keys(); ++key)
    if (context.isSink(key)) sinks.push_back(key);
  const std::vector<MediaPart> parts = mediaParts(maps.keyTokens(), context.media.get(), sinks);
  constexpr Index kBand = 64;
  Matrix band;
  for (Index token = first; token < count; ++token) {
    const Index inBand = (token - first) % kBand;
    if (inBand == 0) band = maps.weights(head, {token - before, 0, std::min(kBand, count - token), maps.keys()});
    AnswerWord word;
    word.token = token;
    word.row = cross ? token : token - before;
    word.label = tokenLabel(tokens[static_cast<std::size_t>(token)]);
    word.shares = mediaShares({&band(inBand, 0), parts.size()}, parts, maps.hasNoTokenShare());
    words.push_back(std::move(word));
  }
  return words;
}

}  // namespace headlight
