#include "core/corpus/corpus_tables.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "core/analysis/head_table_file.h"

namespace headlight {
namespace {

/// Those with the largest lift first.
std::vector<TokenLift> largest(std::vector<TokenLift> all, std::size_t most) {
  const auto above = [](const TokenLift& a, const TokenLift& b) {
    return a.lift != b.lift ? a.lift > b.lift : a.count != b.count ? a.count > b.count : a.name < b.name;
  };
  const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(most, all.size()));
  std::partial_sort(all.begin(), end, all.end(), above);
  all.erase(end, all.end());
  return all;
}

}  // namespace

TopTokens topTokens(const CorpusStats& stats, std::size_t head, std::size_t most, std::int64_t least) {
  const HeadStats& of = stats.heads[head];
  const std::vector<double>& even = stats.layers[head / static_cast<std::size_t>(stats.model.heads)].even;
  double received = 0, active = 0;
  for (const TokenTotals& each : of.tokens) {
    received += each.received;
    active += each.active;
  }
  const double evenly = std::accumulate(even.begin(), even.end(), 0.0);
  const auto all = static_cast<double>(std::accumulate(stats.tokenCounts.begin(), stats.tokenCounts.end(),
                                                       std::int64_t{0}));
  std::vector<TokenLift> keys, queries;
  for (std::size_t id = 0; id < stats.tokenCounts.size(); ++id) {
    const std::int64_t count = stats.tokenCounts[id];
    if (count < std::max<std::int64_t>(least, 1)) continue;
    if (received > 0 && even[id] > 0)
      keys.push_back({stats.tokenNames[id], count, of.tokens[id].received / even[id] / (received / evenly)});
    if (active > 0)
      queries.push_back(
          {stats.tokenNames[id], count, of.tokens[id].active / static_cast<double>(count) / (active / all)});
  }
  return {largest(std::move(keys), most), largest(std::move(queries), most)};
}

std::vector<std::optional<double>> attentionByOffset(const CorpusStats& stats, std::size_t head) {
  std::vector<std::optional<double>> means(kOffsets);
  const LayerStats& layer = stats.layers[head / static_cast<std::size_t>(stats.model.heads)];
  for (std::size_t i = 0; i < kOffsets; ++i)
    if (layer.pairs[i] > 0) means[i] = stats.heads[head].offsets[i] / static_cast<double>(layer.pairs[i]);
  return means;
}

Table statsTable(const CorpusStats& stats) {
  std::vector<MeasuredHead> heads;
  for (std::size_t head = 0; head < stats.heads.size(); ++head) heads.push_back({"raw", stats.facts(head)});
  Table table = headTableFile(heads);
  for (const char* number : {"texts", "mean", "error", "sd", "least", "q05", "q50", "q95", "most"})
    for (const std::string& metric : stats.metricNames()) table.columns.push_back(metric + "_" + number);
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const auto each = [&](const auto& number) {
      for (std::size_t metric = 0; metric < stats.heads[row].metrics.size(); ++metric) {
        const Distribution& texts = stats.heads[row].metrics[metric].texts;
        table.rows[row].push_back(texts.count > 0 ? TableCell(number(texts, scaleOf(metric))) : TableCell());
      }
    };
    each([](const Distribution& texts, MetricScale) { return static_cast<double>(texts.count); });
    each([](const Distribution& texts, MetricScale) { return texts.mean(); });
    each([](const Distribution& texts, MetricScale) { return texts.error(); });
    each([](const Distribution& texts, MetricScale) { return texts.deviation(); });
    each([](const Distribution& texts, MetricScale) { return texts.least; });
    for (const double part : {0.05, 0.5, 0.95})
      each([part](const Distribution& texts, MetricScale scale) { return texts.quantile(part, scale); });
    each([](const Distribution& texts, MetricScale) { return texts.most; });
  }
  for (std::size_t pattern = 0; pattern < stats.patterns.size(); ++pattern) {
    std::vector<LabelScore> scores;
    for (const HeadStats& head : stats.heads) scores.push_back(LabelScore::of(HeadLabel::None, head.patterns[pattern]));
    addPatternColumns(table, stats.patterns[pattern].name, scores);
  }
  return table;
}

void addPatternColumns(Table& table, const std::string& name, const std::vector<LabelScore>& scores) {
  for (const char* number : {"", "_chance", "_kappa", "_score_error", "_queries", "_rank"})
    table.columns.push_back(name + number);
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const LabelScore& score = scores[row];
    const auto above = std::count_if(scores.begin(), scores.end(), [&](const LabelScore& other) {
      return other.queries > 0 && other.kappa() > score.kappa();
    });
    const auto queries = static_cast<double>(score.queries);
    for (const double number : {score.score, score.chance, score.kappa(), score.error})
      table.rows[row].push_back(score.queries > 0 ? TableCell(number) : TableCell());
    table.rows[row].push_back(queries);
    table.rows[row].push_back(score.queries > 0 ? TableCell(static_cast<double>(1 + above)) : TableCell());
  }
}

std::vector<std::string> remarksOf(const CorpusStats& stats) {
  std::vector<std::string> remarks;
  const auto texts = [](std::int64_t count) { return std::to_string(count) + (count == 1 ? " text" : " texts"); };
  if (stats.next) remarks.push_back("The run was stopped after " + texts(stats.texts) + "; --resume goes on.");
  // Of a corpus whose parts were put together.
  std::map<std::pair<std::string, int>, std::vector<int>> parts;
  for (const CorpusPart& part : stats.parts) parts[{part.corpus, part.shards}].push_back(part.shard);
  for (const auto& [of, there] : parts) {
    if (there.size() < 2 || static_cast<int>(there.size()) == of.second) continue;
    std::string missing;
    constexpr int kNamed = 3;
    int left = 0;
    for (int part = 1; part <= of.second && left <= kNamed; ++part)
      if (std::find(there.begin(), there.end(), part) == there.end() && ++left <= kNamed)
        missing += (left > 1 ? ", " : "") + std::to_string(part);
    if (left > kNamed) missing += " …";
    remarks.push_back(std::to_string(there.size()) + " of " + std::to_string(of.second) +
                      " parts of the texts are here; missing: " + missing + ".");
  }
  if (stats.cut > 0)
    remarks.push_back(texts(stats.cut) + " of " + std::to_string(stats.texts) + " cut after " +
                      std::to_string(stats.maxTokens) + " tokens.");
  if (stats.replaced > 0)
    remarks.push_back(texts(stats.replaced) + " had bytes that are not UTF-8; they were read as U+FFFD.");
  if (stats.skipped > 0) {
    std::string named;
    constexpr std::size_t kNamed = 3;
    for (std::size_t i = 0; i < std::min(kNamed, stats.skippedTexts.size()); ++i)
      named += (i ? "; " : ": ") + stats.skippedTexts[i].place + ": " + stats.skippedTexts[i].why;
    remarks.push_back(texts(stats.skipped) + " skipped" + named + (stats.skipped > 3 ? "; …" : ""));
  }
  return remarks;
}

}  // namespace headlight
