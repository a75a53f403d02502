#include "core/corpus/corpus_stats.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "core/base/error.h"
#include "core/base/parallel.h"

namespace headlight {

CorpusStats::CorpusStats(MeasuredModel measured, Index vocabulary, std::vector<TokenPattern> patternList,
                         Index mostTokens)
    : model(std::move(measured)), maxTokens(mostTokens), patterns(std::move(patternList)) {
  const auto count = static_cast<std::size_t>(model.layers) * static_cast<std::size_t>(model.heads);
  const auto counted = static_cast<std::size_t>(
      std::min<std::int64_t>(vocabulary, kMostTokenNumbers / static_cast<std::int64_t>(count)));
  heads.assign(count, HeadStats(patterns.size(), counted));
  layers.resize(static_cast<std::size_t>(model.layers));
  for (LayerStats& layer : layers) layer.even.resize(counted);
  tokenCounts.resize(counted);
  tokenNames.resize(counted);
}

void CorpusStats::add(const std::vector<std::pair<const TextStats*, KeptText>>& added) {
  std::vector<std::vector<char>> kept(heads.size(), std::vector<char>(added.size()));
  parallelFor(static_cast<Index>(heads.size()), [&](Index head) {
    const auto h = static_cast<std::size_t>(head);
    for (std::size_t i = 0; i < added.size(); ++i)
      kept[h][i] = heads[h].add(added[i].first->heads[h], *added[i].first) ? 1 : 0;
  });
  for (std::size_t i = 0; i < added.size(); ++i) {
    const TextStats& text = *added[i].first;
    ++texts;
    tokens += static_cast<std::int64_t>(text.tokens.size());
    hash += text.hash;
    for (const std::int64_t id : text.tokens)
      if (id >= 0 && static_cast<std::size_t>(id) < tokenCounts.size()) ++tokenCounts[static_cast<std::size_t>(id)];
    for (std::size_t layer = 0; layer < layers.size(); ++layer) {
      for (std::size_t j = 0; j < kOffsets; ++j) layers[layer].pairs[j] += text.layers[layer].pairs[j];
      for (std::size_t j = 0; j < text.tokens.size(); ++j)
        if (const auto id = static_cast<std::size_t>(text.tokens[j]); text.tokens[j] >= 0 && id < tokenCounts.size())
          layers[layer].even[id] += text.layers[layer].even[j];
    }
    if (std::any_of(kept.begin(), kept.end(), [i](const std::vector<char>& head) { return head[i]; }))
      keep(text.hash, added[i].second);
  }
  if (keptTexts.size() > 2 * m_prunedAt) prune();
}

void CorpusStats::keep(std::uint64_t text, const KeptText& kept) {
  // The same text may lie in several places: the first by name, whatever comes first.
  const auto [found, isNew] = keptTexts.emplace(text, kept);
  if (!isNew && kept.place < found->second.place) found->second = kept;
}

void CorpusStats::prune() {
  std::set<std::uint64_t> used;
  forEachExemplar([&](std::uint64_t text) { used.insert(text); });
  std::erase_if(keptTexts, [&](const auto& text) { return !used.contains(text.first); });
  constexpr std::size_t kFew = 1000;
  m_prunedAt = std::max(kFew, keptTexts.size());
}

void CorpusStats::skip(SkippedText text) {
  ++skipped;
  skippedTexts.insert(std::lower_bound(skippedTexts.begin(), skippedTexts.end(), text), std::move(text));
  if (skippedTexts.size() > kMostSkippedNames) skippedTexts.pop_back();
}

void CorpusStats::merge(const CorpusStats& other) {
  const auto refuse = [](const std::string& what, const std::string& expected, const std::string& found) {
    throw Error("merge: expected the same " + what + ", found '" + expected + "' and '" + found + "'");
  };
  if (model.identity != other.model.identity)
    refuse("model", model.name + " (" + model.identity + ")", other.model.name + " (" + other.model.identity + ")");
  if (model.layers != other.model.layers || model.heads != other.model.heads || heads.size() != other.heads.size() ||
      tokenCounts.size() != other.tokenCounts.size())
    throw Error("merge: expected models of the same shape");
  if (model.attention != other.model.attention)
    refuse("attention", std::string(nameOf(model.attention)), std::string(nameOf(other.model.attention)));
  if (maxTokens != other.maxTokens) refuse("--max-tokens", std::to_string(maxTokens), std::to_string(other.maxTokens));
  if (patterns != other.patterns) {
    const auto namesOf = [](const CorpusStats& stats) {
      std::string all;
      for (const TokenPattern& pattern : stats.patterns) all += (all.empty() ? "" : ", ") + pattern.name;
      return all;
    };
    refuse("patterns", namesOf(*this), namesOf(other));
  }
  if (next || other.next) throw Error("merge: expected finished parts, found one that was stopped; --resume finishes it");
  for (const CorpusPart& a : parts)
    for (const CorpusPart& b : other.parts) {
      const int common = std::gcd(a.shards, b.shards);
      if (a.corpus == b.corpus && (a.shard - b.shard) % common == 0)
        throw Error("merge: shard " + std::to_string(b.shard) + "/" + std::to_string(b.shards) + " of " + b.source +
                    " is there already, in shard " + std::to_string(a.shard) + "/" + std::to_string(a.shards));
    }
  parts.insert(parts.end(), other.parts.begin(), other.parts.end());
  std::sort(parts.begin(), parts.end(), [](const CorpusPart& a, const CorpusPart& b) {
    return std::tie(a.corpus, a.shards, a.shard) < std::tie(b.corpus, b.shards, b.shard);
  });
  texts += other.texts;
  tokens += other.tokens;
  cut += other.cut;
  replaced += other.replaced;
  hash += other.hash;
  const std::int64_t all = skipped + other.skipped;
  for (const SkippedText& text : other.skippedTexts) skip(text);
  skipped = all;
  parallelFor(static_cast<Index>(heads.size()), [&](Index head) {
    heads[static_cast<std::size_t>(head)].merge(other.heads[static_cast<std::size_t>(head)]);
  });
  for (std::size_t layer = 0; layer < layers.size(); ++layer) {
    for (std::size_t i = 0; i < kOffsets; ++i) layers[layer].pairs[i] += other.layers[layer].pairs[i];
    for (std::size_t i = 0; i < tokenCounts.size(); ++i) layers[layer].even[i] += other.layers[layer].even[i];
  }
  for (std::size_t i = 0; i < tokenCounts.size(); ++i) {
    tokenCounts[i] += other.tokenCounts[i];
    if (tokenNames[i].empty()) tokenNames[i] = other.tokenNames[i];
  }
  for (const auto& [text, kept] : other.keptTexts) keep(text, kept);
  prune();
}

std::vector<std::string> CorpusStats::metricNames() const {
  std::vector<std::string> names(std::begin(kHeadMeans), std::end(kHeadMeans));
  for (const TokenPattern& pattern : patterns) names.push_back(pattern.name);
  return names;
}

HeadFacts CorpusStats::facts(std::size_t head) const {
  const HeadStats& stats = heads[head];
  MetricMeans means{};
  for (std::size_t i = 0; i < means.size(); ++i) means[i] = stats.metrics[i].pooled;
  HeadFacts facts;
  facts.head = headNumbered(static_cast<std::ptrdiff_t>(head), model.heads).of(model.attention);
  facts.metrics = metricsOf(means);
  facts.labelling = stats.labels.result({});
  return facts;
}

}  // namespace headlight
