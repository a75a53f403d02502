#include "core/analysis/head_labels.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/analysis/metrics.h"
#include "core/analysis/row_sums.h"
#include "core/attention/row_bands.h"

namespace headlight {
namespace {

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
    case HeadLabel::Local:
      return "local";
    case HeadLabel::Sink:
      return "sink";
  }
  return "";
}

HeadLabeller::HeadLabeller(const AttentionMaps& maps, const Visibility& visibility,
                           std::shared_ptr<const TokenPlaces> places)
    : m_places(placesOf(maps.keyTokens(), std::move(places))),
      m_rows(maps, visibility, m_places),
      m_entropyOfAny(static_cast<std::size_t>(maps.keys()) + 1) {
  for (std::size_t n = 2; n < m_entropyOfAny.size(); ++n)
    m_entropyOfAny[n] = m_entropyOfAny[n - 1] + 1 / static_cast<double>(n);
}

bool HeadLabeller::take(Index q, std::span<const float> row) {
  const bool used = m_rows.take(q, row);
  const auto range = m_rows.range();
  const Index all = m_rows.seen();
  if (!m_rows.isSink(q) && all > 0) m_tally.of(HeadLabel::Sink).add(m_rows.sinkMass, share(all - m_rows.visible, all));
  if (!used) return false;
  for (const auto& [label, key] : {std::pair{HeadLabel::PreviousToken, q - 1}, std::pair{HeadLabel::NextToken, q + 1},
                                   std::pair{HeadLabel::Itself, q}})
    if (m_rows.sees(key)) m_tally.of(label).add(m_rows.weight(row, key), m_rows.evenShare());
  // Adds the keys `ahead` of those in the list, as far as the row sees them and `counts` says so.
  const auto addKeys = [&](HeadLabel label, const std::vector<Index>& list, Index ahead, const auto& counts,
                           bool allOfThem) {
    double mass = 0;
    Index found = 0;
    for (auto at = std::lower_bound(list.begin(), list.end(), range.begin - ahead);
         at != list.end() && *at + ahead < range.end; ++at) {
      if (!m_rows.sees(*at + ahead) || !counts(*at)) continue;
      mass += m_rows.weight(row, *at + ahead);
      ++found;
    }
    if (found > 0 && (allOfThem || found < m_rows.visible)) m_tally.of(label).add(mass, share(found, m_rows.visible));
  };
  addKeys(HeadLabel::Punctuation, m_places->marks, 0, [](Index) { return true; }, false);
  const std::vector<Index>& alike = m_places->samePlaces(q);
  addKeys(HeadLabel::DuplicateToken, alike, 0, [q](Index k) { return k != q; }, true);
  addKeys(HeadLabel::Induction, alike, 1, [q](Index k) { return k < q && k + 1 != q; }, true);
  double near = 0;
  Index nearby = 0;
  for (Index key = std::max(range.begin, q - kLocalReach); key < std::min(range.end, q + kLocalReach + 1); ++key)
    if (m_rows.sees(key)) {
      near += m_rows.weight(row, key);
      ++nearby;
    }
  m_tally.of(HeadLabel::Local).add(near, share(nearby, m_rows.visible));
  const double any = m_entropyOfAny[static_cast<std::size_t>(m_rows.visible)];
  const double most = std::log(static_cast<double>(m_rows.visible));
  m_tally.of(HeadLabel::Broad).add(m_rows.entropy() / most, any / most);
  return true;
}

HeadLabelling LabelTally::result(const std::optional<LabelScore>& probe) const {
  HeadLabelling result;
  for (std::size_t i = 0; i < tallies.size(); ++i)
    if (kScoredLabels[i] != HeadLabel::Sink) result.scores.push_back(LabelScore::of(kScoredLabels[i], tallies[i]));
  if (probe) result.scores[3] = *probe;
  const LabelScore sinkScore = LabelScore::of(HeadLabel::Sink, tallies.back());
  result.sinkMass = sinkScore.score;
  constexpr double kOnlyCrumbsAreLeft = 0.9;
  if (result.sinkMass <= kOnlyCrumbsAreLeft || (probe && probe->passes())) {
    const LabelScore* best = nullptr;
    for (const LabelScore& s : result.scores)
      if (s.label != HeadLabel::Local && s.passes() && (!best || s.kappa() > best->kappa())) best = &s;
    if (const LabelScore& local = result.scores.back();
        !best && local.passes() && local.queries == of(HeadLabel::Broad).count)
      best = &local;
    // What a head does with repeats shows on the probe alone; there a head that parks on common texts is at work.
    if (result.sinkMass > kOnlyCrumbsAreLeft) best = &result.scores[3];
    if (best) result.label = best->label;
  }
  if (result.label == HeadLabel::None && sinkScore.passes()) result.label = HeadLabel::Sink;
  result.scores.push_back(sinkScore);
  return result;
}

HeadLabelling labelHead(const AttentionMaps& maps, HeadId head, const Visibility& visibility,
                        const std::optional<LabelScore>& probe, const Progress& progress) {
  HeadLabeller labeller(maps, visibility);
  const auto each = [&labeller](Index q, const auto& row) {
    if (isWhole(cellsOf(row))) labeller.take(q, cellsOf(row));
  };
  forEachRow(maps, head, each, progress);
  return labeller.result(probe);
}

}  // namespace headlight
