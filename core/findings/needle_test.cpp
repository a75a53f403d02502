#include "core/findings/needle_test.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/attention/changed_values.h"
#include "core/attention/scores.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/splitmix.h"
#include "core/model/architecture.h"
#include "core/model/head.h"

namespace headlight {
namespace {

constexpr Index kCue = 2, kSaid = 4, kNeedle = kCue + kSaid, kDepths = 4, kDraws = 2;
constexpr std::size_t kFewestDifferent = 8;

void checkReads(const Model& model, const Trace& text) {
  const auto refused = [&](const std::string& why) {
    throw Error("planted needle: expected a model that reads from left to right, found '" + model.info().name +
                "': " + why);
  };
  if (model.description().encoder) refused("an encoder and a decoder");
  for (const LayerSpec& layer : model.description().layers)
    if (!layer.attention.causal) refused("its tokens see later ones");
  if (text.media || text.pixels) throw Error("planted needle: expected a text alone, found pictures in it");
  if (isChanged(text)) throw Error("planted needle: expected a run without changes, found one with changes");
}

/// The text without the tokens that the tokenizer put around it, and what it put before it.
struct Haystack {
  std::vector<Token> before, tokens;
  std::vector<std::int64_t> rare;  ///< The rarer half of its different ids.
};

Haystack haystackOf(const Trace& text) {
  Haystack hay;
  std::vector<std::pair<std::int64_t, Index>> counts;
  for (const Token& token : text.encoding.tokens) {
    if (token.special) {
      if (hay.tokens.empty()) hay.before.push_back(token);
      continue;
    }
    hay.tokens.push_back(token);
    const auto known =
        std::find_if(counts.begin(), counts.end(), [&](const auto& each) { return each.first == token.id; });
    if (known == counts.end())
      counts.emplace_back(token.id, 1);
    else
      ++known->second;
  }
  if (counts.size() < kFewestDifferent)
    throw Error("planted needle: expected a text of at least " + std::to_string(kFewestDifferent) +
                " different tokens, found " + std::to_string(counts.size()));
  std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  counts.resize(std::max(kFewestDifferent, counts.size() / 2));
  for (const auto& [id, count] : counts) hay.rare.push_back(id);
  return hay;
}

/// Six of the rarer tokens in an order of their own.
std::vector<std::int64_t> needleOf(const Haystack& hay, std::uint64_t seed) {
  std::vector<std::int64_t> ids = hay.rare;
  for (std::size_t i = 0; i < static_cast<std::size_t>(kNeedle); ++i) {
    seed = splitmix(seed);
    std::swap(ids[i], ids[i + seed % (ids.size() - i)]);
  }
  ids.resize(static_cast<std::size_t>(kNeedle));
  return ids;
}

}  // namespace

NeedleTest needleTest(const Model& model, const Trace& text, std::uint64_t seed, const Progress& progress) {
  checkReads(model, text);
  const Haystack hay = haystackOf(text);
  const Index more = static_cast<Index>(hay.before.size()) + kNeedle + kCue + kSaid - 1,
              most = model.info().maxPositions;
  if (most > 0 && most <= more)
    throw Error("planted needle: expected positions for more than " + std::to_string(more) + " tokens, the model has " +
                std::to_string(most));
  NeedleTest found;
  for (const AttentionRecord& layer : text.layers)
    found.heads.emplace_back(static_cast<std::size_t>(layer.rule->heads));

  for (Index run = 0; run < kDepths * kDraws; ++run) {
    const std::vector<std::int64_t> needle = needleOf(hay, splitmix(seed + static_cast<std::uint64_t>(run)));
    std::vector<Token> rest;
    for (const Token& token : hay.tokens)
      if (std::find(needle.begin(), needle.end(), token.id) == needle.end()) rest.push_back(token);
    if (most > 0) rest.resize(std::min(rest.size(), static_cast<std::size_t>(most - more)));
    const auto length = static_cast<Index>(rest.size());
    const Index depth = length * (run / kDraws) / kDepths;
    Encoding encoding;
    encoding.tokens = hay.before;
    const auto say = [&](Index from, Index to) {
      for (Index i = from; i < to; ++i) {
        Token token;
        token.id = needle[static_cast<std::size_t>(i)];
        encoding.tokens.push_back(std::move(token));
      }
    };
    const auto at = [&](Index place) { return rest.begin() + static_cast<std::ptrdiff_t>(place); };
    encoding.tokens.insert(encoding.tokens.end(), at(0), at(depth));
    const auto begin = static_cast<Index>(encoding.tokens.size());
    say(0, kNeedle);
    encoding.tokens.insert(encoding.tokens.end(), at(depth), at(length));
    say(0, kCue);
    const Index first = static_cast<Index>(encoding.tokens.size()) - 1;  // Predicts what is said again first.
    say(kCue, kNeedle - 1);

    RunOptions options;
    options.logits = answersEachToken(model.description());
    options.progress = progress.slice(static_cast<double>(run) / (kDepths * kDraws),
                                      static_cast<double>(run + 1) / (kDepths * kDraws));
    const auto trace = model.run(encoding, options);
    const auto n = static_cast<Index>(encoding.tokens.size());
    for (std::size_t layer = 0; layer < trace->layers.size(); ++layer) {
      const AttentionRecord& record = trace->layers[layer];
      parallelFor(record.rule->heads, [&](Index head) {
        Matrix rows(kSaid, n);
        computeWeights(record, static_cast<int>(head), {first, 0, kSaid, n}, rows);
        for (Index said = 0; said < kSaid; ++said) {
          const auto seen = record.rule->visibility.visible(first + said, n);
          const Index asked = begin + kCue + said;
          Index strongest = 0;
          rows.row(said).maxCoeff(&strongest);
          // A window that ends behind the needle has no chance to find it.
          const bool sees = asked >= seen.begin && asked < seen.end;
          found.heads[layer][static_cast<std::size_t>(head)].add(
              strongest == asked ? 1 : 0, sees ? 1.0 / static_cast<double>(seen.end - seen.begin) : 0);
        }
      });
    }
    if (!options.logits) continue;
    for (Index said = 0; said < kSaid; ++said) {
      Index likeliest = 0;
      trace->logits.row(first + said).maxCoeff(&likeliest);
      found.said.add(likeliest == needle[static_cast<std::size_t>(kCue + said)] ? 1 : 0);
    }
  }
  return found;
}

}  // namespace headlight
