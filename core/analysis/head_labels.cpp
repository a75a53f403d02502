#include "core/analysis/head_labels.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <string>

#include "core/analysis/tally.h"
#include "core/analysis/whole_row.h"
#include "core/attention/row_bands.h"
#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/text/token_kinds.h"

namespace headlight {
namespace {

LabelScore scoreOf(HeadLabel label, const Tally& tally) {
  return {label, tally.meanScore(), tally.meanChance(), tally.error(), tally.count};
}

/// Mean entropy of a distribution over n outcomes that is drawn evenly from all: 1/2 + 1/3 + … + 1/n.
double entropyOfAny(Index n) {
  double sum = 0;
  for (Index i = 2; i <= n; ++i) sum += 1 / static_cast<double>(i);
  return sum;
}

double share(Index part, Index whole) { return static_cast<double>(part) / static_cast<double>(whole); }

/// One head's rows with the sink taken out.
class SinklessRows {
 public:
  SinklessRows(const AttentionMaps& maps, const Visibility& visibility)
      : m_visibility(visibility), m_keys(maps.keys()), m_sinks(static_cast<std::size_t>(maps.keys())) {
    if (maps.queries() != maps.keys())
      throw Error("head labels: expected as many queries as keys, found " + std::to_string(maps.queries()) + " and " +
                  std::to_string(maps.keys()));
    for (const Index sink : sinkTokens(maps.keyTokens())) m_sinks[static_cast<std::size_t>(sink)] = true;
  }

  bool isSink(Index key) const { return m_sinks[static_cast<std::size_t>(key)]; }

  /// Takes a row in; false for a query that is left out.
  template <class Row>
  bool take(Index query, const Row& row) {
    m_query = query;
    m_range = m_visibility.visible(query, m_keys);
    sinkMass = 0;
    visible = 0;
    double rest = 0;
    for (Index k = m_range.begin; k < m_range.end; ++k) {
      (isSink(k) ? sinkMass : rest) += static_cast<double>(row(k));
      visible += !isSink(k);
    }
    m_factor = rest > 0 ? 1 / rest : 0;
    return !isSink(query) && visible >= 2 && rest > 0;
  }
  bool sees(Index key) const { return key >= m_range.begin && key < m_range.end && !isSink(key); }
  template <class Row>
  double weight(const Row& row, Index key) const {
    return sees(key) ? static_cast<double>(row(key)) * m_factor : 0;
  }

  double sinkMass = 0;  ///< Of the row taken in last.
  Index visible = 0;    ///< Keys that it may see, the sinks apart.

 private:
  Visibility m_visibility;
  Visibility::Range m_range{0, 0};
  Index m_keys, m_query = 0;
  double m_factor = 0;
  std::vector<bool> m_sinks;
};

}  // namespace

const char* nameOf(HeadLabel label) {
  switch (label) {
    case HeadLabel::None:
      return "";
    case HeadLabel::PreviousToken:
      return "previous token";
    case HeadLabel::NextToken:
      return "next token";
    case HeadLabel::Itself:
      return "own token";
    case HeadLabel::Induction:
      return "induction";
    case HeadLabel::SameWord:
      return "duplicate token";
    case HeadLabel::Punctuation:
      return "punctuation";
    case HeadLabel::Broad:
      return "diffuse";
    case HeadLabel::Sink:
      return "sink";
  }
  return "";
}

HeadLabelling labelHead(const AttentionMaps& maps, HeadId head, const Visibility& visibility,
                        const std::optional<LabelScore>& probe, const Progress& progress) {
  const std::vector<Token>& tokens = maps.keyTokens();
  const Index n = maps.keys();
  SinklessRows rows(maps, visibility);
  std::vector<char> mark(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) mark[i] = isPunctuation(tokens[i]);

  Tally previous, next, itself, same, punctuation, broad, induction, sink;
  std::vector<double> entropyOf(static_cast<std::size_t>(n) + 1, -1);  // By the number of keys.
  const auto one = [&](Tally& tally, Index key, const auto& row) {
    if (rows.sees(key)) tally.add(rows.weight(row, key), share(1, rows.visible));
  };
  forEachRow(
      maps, head,
      [&](Index q, const auto& row) {
        if (!isWhole(row)) return;
        const bool used = rows.take(q, row);
        const auto range = visibility.visible(q, n);
        const Index all = range.end - range.begin;
        if (!rows.isSink(q) && all > 0) sink.add(rows.sinkMass, share(all - rows.visible, all));
        if (!used) return;
        one(previous, q - 1, row);
        one(next, q + 1, row);
        one(itself, q, row);
        double onMarks = 0, onSame = 0, onNext = 0, entropy = 0;
        Index marks = 0, sames = 0, nexts = 0;
        const std::int64_t id = tokens[static_cast<std::size_t>(q)].id;
        for (Index k = range.begin; k < range.end; ++k) {
          if (!rows.sees(k)) continue;
          const double w = rows.weight(row, k);
          if (w > 0) entropy -= w * std::log(w);
          if (mark[static_cast<std::size_t>(k)]) {
            onMarks += w;
            ++marks;
          }
          if (k != q && tokens[static_cast<std::size_t>(k)].id == id) {
            onSame += w;
            ++sames;
          }
          if (k != q && k > 0 && k - 1 < q && !rows.isSink(k - 1) && tokens[static_cast<std::size_t>(k - 1)].id == id) {
            onNext += w;
            ++nexts;
          }
        }
        if (marks > 0 && marks < rows.visible) punctuation.add(onMarks, share(marks, rows.visible));
        if (sames > 0) same.add(onSame, share(sames, rows.visible));
        if (nexts > 0) induction.add(onNext, share(nexts, rows.visible));
        double& any = entropyOf[static_cast<std::size_t>(rows.visible)];
        if (any < 0) any = entropyOfAny(rows.visible);
        const double most = std::log(static_cast<double>(rows.visible));
        broad.add(entropy / most, any / most);
      },
      progress);

  HeadLabelling result;
  result.scores = {scoreOf(HeadLabel::PreviousToken, previous),
                   scoreOf(HeadLabel::NextToken, next),
                   scoreOf(HeadLabel::Itself, itself),
                   scoreOf(HeadLabel::Induction, induction),
                   scoreOf(HeadLabel::SameWord, same),
                   scoreOf(HeadLabel::Punctuation, punctuation),
                   scoreOf(HeadLabel::Broad, broad)};
  if (probe) result.scores[3] = *probe;
  const LabelScore sinkScore = scoreOf(HeadLabel::Sink, sink);
  result.sinkMass = sinkScore.score;
  constexpr double kOnlyCrumbsAreLeft = 0.9;
  if (result.sinkMass <= kOnlyCrumbsAreLeft || (probe && probe->clears())) {
    const LabelScore* best = nullptr;
    for (const LabelScore& s : result.scores)
      if (s.clears() && (!best || s.clearance() > best->clearance())) best = &s;
    // What a head does with repeats shows on the probe alone; there a head that parks on common texts is at work.
    if (result.sinkMass > kOnlyCrumbsAreLeft) best = &result.scores[3];
    if (best) result.label = best->label;
  }
  if (result.label == HeadLabel::None && sinkScore.clears()) result.label = HeadLabel::Sink;
  result.scores.push_back(sinkScore);
  return result;
}

std::vector<std::vector<ProbeScores>> probeInduction(const Model& model, const ProbeSetup& setup,
                                                     const Progress& progress) {
  if (setup.candidates.empty()) throw Error("induction probe: expected tokens to draw from, found none");
  if (model.info().encoderLayers > 0)
    throw Error("induction probe: expected a model of one stack, found the encoder–decoder model '" +
                model.info().name + "'");
  const auto around = static_cast<Index>(setup.begin.size() + setup.end.size());
  Index period = setup.period;
  if (const Index most = model.info().maxPositions; most > 0) period = std::min(period, (most - around) / 2);
  if (period < 2)
    throw Error("induction probe: expected positions for " + std::to_string(4 + around) + " tokens, the model has " +
                std::to_string(model.info().maxPositions));

  const auto layers = static_cast<std::size_t>(model.info().layers),
             heads = static_cast<std::size_t>(model.info().heads);
  std::vector<std::vector<Tally>> tallies(layers, std::vector<Tally>(heads));
  std::vector<std::vector<ProbeScores>> scores(layers, std::vector<ProbeScores>(heads));
  std::mt19937_64 random(setup.seed);
  for (int repeat = 0; repeat < setup.repeats; ++repeat) {
    const Progress part =
        progress.slice(static_cast<double>(repeat) / setup.repeats, static_cast<double>(repeat + 1) / setup.repeats);
    Encoding encoding;
    const auto add = [&](std::int64_t id, bool special) {
      Token token;
      token.id = id;
      token.special = special;
      encoding.tokens.push_back(token);
    };
    for (const std::int64_t id : setup.begin) add(id, true);
    std::vector<std::int64_t> text;
    for (Index i = 0; i < period; ++i) text.push_back(setup.candidates[random() % setup.candidates.size()]);
    for (int time = 0; time < 2; ++time)
      for (const std::int64_t id : text) add(id, false);
    for (const std::int64_t id : setup.end) add(id, true);

    RunOptions options;
    options.logits = false;
    options.progress = part;
    const auto trace = model.run(encoding, options);
    const TraceMaps maps(trace);
    const Index second = static_cast<Index>(setup.begin.size()) + period;
    for (std::size_t l = 0; l < layers; ++l)
      for (std::size_t h = 0; h < heads; ++h) {
        const Visibility& visibility = trace->layers[l].rule->visibility;
        SinklessRows rows(maps, visibility);
        const Matrix map = maps.weights({static_cast<int>(l), static_cast<int>(h)}, {second, 0, period, maps.keys()});
        for (Index i = 0; i < period; ++i) {
          const Index after = second + i - period + 1;
          const auto row = map.row(i);
          scores[l][h].inductionRaw += static_cast<double>(row(after));
          scores[l][h].duplicateRaw += static_cast<double>(row(after - 1));
          if (rows.take(second + i, row) && rows.sees(after))
            tallies[l][h].add(rows.weight(row, after), share(1, rows.visible));
        }
      }
  }
  const auto count = static_cast<double>(period * setup.repeats);
  for (std::size_t l = 0; l < layers; ++l)
    for (std::size_t h = 0; h < heads; ++h) {
      scores[l][h].inductionRaw /= count;
      scores[l][h].duplicateRaw /= count;
      scores[l][h].induction = scoreOf(HeadLabel::Induction, tallies[l][h]);
    }
  return scores;
}

}  // namespace headlight
