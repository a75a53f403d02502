#include "core/analysis/head_labels.h"

#include <algorithm>
#include <cmath>

#include "core/analysis/sinkless_rows.h"
#include "core/analysis/whole_row.h"
#include "core/attention/row_bands.h"
#include "core/text/token_kinds.h"

namespace headlight {
namespace {

/// Mean entropy of a distribution over n outcomes that is drawn evenly from all: 1/2 + 1/3 + … + 1/n.
double entropyOfAny(Index n) {
  double sum = 0;
  for (Index i = 2; i <= n; ++i) sum += 1 / static_cast<double>(i);
  return sum;
}

double share(Index part, Index whole) { return static_cast<double>(part) / static_cast<double>(whole); }

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
    case HeadLabel::DuplicateToken:
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
    if (rows.sees(key)) tally.add(rows.weight(row, key), rows.evenShare());
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
  result.scores = {LabelScore::of(HeadLabel::PreviousToken, previous),
                   LabelScore::of(HeadLabel::NextToken, next),
                   LabelScore::of(HeadLabel::Itself, itself),
                   LabelScore::of(HeadLabel::Induction, induction),
                   LabelScore::of(HeadLabel::DuplicateToken, same),
                   LabelScore::of(HeadLabel::Punctuation, punctuation),
                   LabelScore::of(HeadLabel::Broad, broad)};
  if (probe) result.scores[3] = *probe;
  const LabelScore sinkScore = LabelScore::of(HeadLabel::Sink, sink);
  result.sinkMass = sinkScore.score;
  constexpr double kOnlyCrumbsAreLeft = 0.9;
  if (result.sinkMass <= kOnlyCrumbsAreLeft || (probe && probe->passes())) {
    const LabelScore* best = nullptr;
    for (const LabelScore& s : result.scores)
      if (s.passes() && (!best || s.kappa() > best->kappa())) best = &s;
    // What a head does with repeats shows on the probe alone; there a head that parks on common texts is at work.
    if (result.sinkMass > kOnlyCrumbsAreLeft) best = &result.scores[3];
    if (best) result.label = best->label;
  }
  if (result.label == HeadLabel::None && sinkScore.passes()) result.label = HeadLabel::Sink;
  result.scores.push_back(sinkScore);
  return result;
}

}  // namespace headlight
