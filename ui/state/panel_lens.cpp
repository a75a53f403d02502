#include "ui/state/panel_lens.h"

#include <QCoreApplication>
#include <algorithm>
#include <iterator>
#include <limits>

#include "core/attention/lenses/grouped_maps.h"
#include "core/attention/lenses/row_lenses.h"
#include "core/attention/lenses/subset_maps.h"
#include "ui/figures/colours/colour_scale.h"
#include "ui/words.h"

namespace headlight {
namespace {

using LensKind = PanelLens::Kind;

/// All heads of a layer as one, under the numbers of all of them, so that a panel keeps its layer.
class LayerMaps final : public Lens {
 public:
  LayerMaps(const std::shared_ptr<const AttentionMaps>& base, Combine combine) : Lens(base) {
    for (int layer = 0; layer < base->layers(); ++layer) {
      std::vector<HeadId> heads;
      for (const int head : base->headNumbers()) heads.push_back({layer, head});
      m_layers.push_back(std::make_shared<CombinedMaps>(base, std::move(heads), combine));
    }
  }
  using AttentionMaps::weights;
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override {
    m_layers[static_cast<std::size_t>(head.layer)]->weights({0, 0}, rect, out);
  }

 private:
  std::vector<std::shared_ptr<const AttentionMaps>> m_layers;
};

constexpr Index kNoWindow = std::numeric_limits<Index>::max() / 4;

Visibility transposed(const Visibility& visibility) {
  Visibility result;
  if (visibility.ranges) return result;
  result.before = visibility.causal ? 0 : visibility.after;
  result.after = visibility.before;
  result.offset = -visibility.offset;
  return result;
}

/// Looks through one lens after the other.
class Looking {
 public:
  Looking(std::shared_ptr<const AttentionMaps> maps, AttentionContext context, TokenLink tokens) {
    m_seen.maps = std::move(maps);
    m_seen.context = std::move(context);
    m_seen.tokens = std::move(tokens);
  }

  void through(const PanelLens& lens) {
    if (m_seen.maps->queries() == 0) return;
    switch (lens.kind) {
      case LensKind::Words:
        return group(wordGroups, true);
      case LensKind::Sentences:
        return group(sentenceGroups, false);
      case LensKind::Pictures:
        return group(pictureGroups, true);
      case LensKind::Spans:
        // Spans are of one text.
        if (isCross()) return;
        return group([&](const std::vector<Token>& tokens) { return spanGroups(tokens, spansOnScreen(lens)); }, true);
      case LensKind::WithoutSpecials:
        return keep([](Index, const Token& token) { return !token.special; }, true,
                    lens.renormalise ? RemovedMass::Renormalised : RemovedMass::Missing);
      case LensKind::WithoutSink:
        return keep([this](Index i, const Token&) { return !m_seen.context.isSink(i); }, !isCross(),
                    RemovedMass::Renormalised);
      case LensKind::Threshold:
        m_seen.maps = std::make_shared<ThresholdMaps>(m_seen.maps, static_cast<float>(lens.threshold));
        return;
      case LensKind::Far:
        m_seen.maps = std::make_shared<LongRangeMaps>(m_seen.maps, lens.distance);
        return;
      case LensKind::Top:
        m_seen.maps = std::make_shared<TopMaps>(m_seen.maps, static_cast<Index>(lens.count));
        return;
      case LensKind::RowMaximum:
        m_seen.maps = std::make_shared<RowMaximumMaps>(m_seen.maps);
        // What is left on a sink is no share of the attention, so it cannot stand as a bar.
        m_seen.context.sinkColumns.clear();
        m_seen.context.quantity = {Words::tr("part of row maximum"), false};
        return;
      case LensKind::Written:
        return nameByNext();
      case LensKind::Transposed:
        m_seen.maps = std::make_shared<TransposedMaps>(m_seen.maps);
        m_seen.context.transposed = m_seen.tokens.turned = true;
        m_seen.context.sinkColumns.clear();
        for (Visibility& visibility : m_seen.context.visibility) visibility = transposed(visibility);
        // Rows of another text are no tokens that selections count by.
        if (isCross()) {
          for (std::optional<Index>& token : m_seen.tokens.shown) token.reset();
          m_seen.tokens.first.assign(static_cast<std::size_t>(m_seen.maps->queries()), std::nullopt);
        }
        return;
      case LensKind::MeanOfHeads:
      case LensKind::MaxOfHeads:
        if (m_seen.headsCombined) return;
        m_seen.maps =
            std::make_shared<LayerMaps>(m_seen.maps, lens.kind == LensKind::MeanOfHeads ? Combine::Mean : Combine::Max);
        m_seen.context.heads = lensName(lens);
        m_seen.context.quantity =
            ofSeveralHeads(m_seen.context.quantity, lens.kind == LensKind::MeanOfHeads ? Combine::Mean : Combine::Max);
        m_seen.headsCombined = true;
        return;
    }
  }

  LensResult result() && { return std::move(m_seen); }

 private:
  /// Whether queries and keys are tokens of two texts.
  bool isCross() const { return m_seen.context.cross; }

  void nameByNext() {
    if (!isCross() || m_seen.maps->queries() < 2) return;
    std::vector<Index> kept;
    std::vector<std::optional<Index>> placeOf(static_cast<std::size_t>(m_seen.maps->queries()));
    for (Index i = 1; i < m_seen.maps->queries(); ++i) {
      kept.push_back(i);
      placeOf[static_cast<std::size_t>(i)] = i - 1;
    }
    relink(kept, placeOf);
    m_seen.maps = std::make_shared<WrittenMaps>(m_seen.maps);
  }

  void group(const std::function<std::vector<TokenGroup>(const std::vector<Token>&)>& cut, bool sinkStays) {
    const std::vector<TokenGroup> queries = cut(m_seen.maps->queryTokens()), keys = cut(m_seen.maps->keyTokens());
    std::vector<Index> sinks;
    for (std::size_t number = 0; number < keys.size(); ++number) {
      const TokenGroup& each = keys[number];
      Index count = 0;
      for (Index i = each.begin; i < each.end; ++i) count += m_seen.context.isSink(i) ? 1 : 0;
      // A word with a sink in it is one; a whole sentence is more than its first token.
      if (count > 0 && (sinkStays || count == each.end - each.begin)) sinks.push_back(static_cast<Index>(number));
    }
    std::vector<std::optional<Index>> groupOf(static_cast<std::size_t>(m_seen.maps->queries()));
    std::vector<Index> first;
    for (const TokenGroup& each : queries) {
      for (Index i = each.begin; i < each.end; ++i)
        groupOf[static_cast<std::size_t>(i)] = static_cast<Index>(first.size());
      first.push_back(each.begin);
    }
    m_seen.context.sinkColumns = std::move(sinks);
    relink(first, groupOf);
    forgetWindows();
    m_seen.maps = std::make_shared<GroupedMaps>(m_seen.maps, queries, keys);
  }

  /// Keeps the keys that are `wanted`, and of the queries the same ones or all.
  void keep(const std::function<bool(Index, const Token&)>& wanted, bool onBothAxes, RemovedMass leftOut) {
    const std::vector<Index> keys = tokensWhere(m_seen.maps->keyTokens(), wanted);
    const std::vector<Index> queries = tokensWhere(
        m_seen.maps->queryTokens(), [&](Index i, const Token& token) { return !onBothAxes || wanted(i, token); });
    std::vector<Index> sinks;
    for (std::size_t i = 0; i < keys.size(); ++i)
      if (m_seen.context.isSink(keys[i])) sinks.push_back(static_cast<Index>(i));
    std::vector<std::optional<Index>> placeOf(static_cast<std::size_t>(m_seen.maps->queries()));
    for (std::size_t i = 0; i < queries.size(); ++i)
      placeOf[static_cast<std::size_t>(queries[i])] = static_cast<Index>(i);
    m_seen.context.sinkColumns = std::move(sinks);
    relink(queries, placeOf);
    if (!keys.empty() && keys.back() - keys.front() + 1 != static_cast<Index>(keys.size())) forgetWindows();
    m_seen.maps = std::make_shared<SubsetMaps>(m_seen.maps, queries, keys, leftOut);
  }

  /// The spans of `lens` in the tokens that are on screen now: as much of them as is there.
  std::vector<std::pair<Index, Index>> spansOnScreen(const PanelLens& lens) const {
    std::vector<std::pair<Index, Index>> spans;
    Index free = 0;  // A token belongs to one span.
    for (const auto& [begin, end] : lens.spans) {
      std::optional<Index> first, last;
      for (Index token = begin; token < std::min(end, static_cast<Index>(m_seen.tokens.shown.size())); ++token)
        if (const auto shown = m_seen.tokens.toShown(token); shown && *shown >= free) {
          if (!first) first = shown;
          last = std::max(last.value_or(*shown), *shown);
        }
      if (!first) continue;
      spans.emplace_back(*first, *last + 1);
      free = *last + 1;
    }
    return spans;
  }

  void forgetWindows() {
    for (Visibility& visibility : m_seen.context.visibility) visibility = withoutWindow(visibility);
  }

  /// `before` names for each new token the first one that was shown before, `now` the new one for each of those.
  void relink(const std::vector<Index>& before, const std::vector<std::optional<Index>>& now) {
    std::vector<std::optional<Index>> first;
    for (const Index token : before) first.push_back(m_seen.tokens.first[static_cast<std::size_t>(token)]);
    for (std::optional<Index>& token : m_seen.tokens.shown)
      if (token) token = now[static_cast<std::size_t>(*token)];
    m_seen.tokens.first = std::move(first);
  }

  LensResult m_seen;
};

struct LensText {
  LensKind kind;
  QString name, explanation;
};

LensText wordsFor(const PanelLens& lens) {
  const LensText all[] = {
      {LensKind::Words, Words::tr("words"),
       Words::tr("Merges subwords: attention to a word is a sum, from it a mean.")},
      {LensKind::Sentences, Words::tr("sentences"),
       Words::tr("Merges sentences: attention to a sentence is a sum, from it a mean.")},
      {LensKind::Spans, lens.spans.size() == 1 ? Words::tr("1 span") : Words::tr("%1 spans").arg(lens.spans.size()),
       Words::tr("Merges the tokens of a span: attention to it is a sum, from it a mean.")},
      {LensKind::WithoutSpecials,
       lens.renormalise ? Words::tr("without special tokens")
                        : Words::tr("without special tokens, rows not renormalised"),
       lens.renormalise ? Words::tr("Removes special tokens; rows renormalised.")
                        : Words::tr("Removes special tokens; rows not renormalised.")},
      {LensKind::WithoutSink, Words::tr("without sink"),
       Words::tr("Removes the sink (first or special tokens); rows renormalised.")},
      {LensKind::Threshold, Words::tr("weights ≥ %1").arg(percentText(lens.threshold)),
       Words::tr("Weights below %1 are shown as 0.").arg(percentText(lens.threshold))},
      {LensKind::Far, Words::tr("at least %1 tokens apart").arg(lens.distance),
       Words::tr("Weights between tokens less than %1 apart are shown as 0; long-range links remain.")
           .arg(lens.distance)},
      {LensKind::Top, Words::tr("top %1").arg(lens.count),
       Words::tr("The %1 largest weights of each query; the others are shown as 0.").arg(lens.count)},
      {LensKind::RowMaximum, Words::tr("parts of the row maximum"),
       Words::tr("Each row divided by its maximum; the values are no longer weights of the model.")},
      {LensKind::Written, Words::tr("rows by predicted token"),
       Words::tr("Labels each row with the token it predicted: where the model attended to generate it.")},
      {LensKind::Transposed, Words::tr("transposed"),
       Words::tr("Rows show what attends to a token; columns sum to 1.")},
      {LensKind::MeanOfHeads, Words::tr("mean of all heads"), Words::tr("Mean over the layer's heads.")},
      {LensKind::MaxOfHeads, Words::tr("maximum of all heads"),
       Words::tr("Maximum over the layer's heads; rows can sum to more than 1.")},
      {LensKind::Pictures, Words::tr("pictures as one"),
       Words::tr("Merges the tokens of each picture: attention to it is a sum, from it a mean.")}};
  static_assert(std::size(all) == PanelLens::kKinds);
  return *std::find_if(std::begin(all), std::end(all), [&](const LensText& each) { return each.kind == lens.kind; });
}

}  // namespace

// Distances mean nothing any more once tokens were put together or left out; who comes first still does.
Visibility withoutWindow(Visibility visibility) {
  visibility.before = visibility.after = kNoWindow;
  if (visibility.ranges) visibility.causal = false;
  visibility.ranges.reset();
  visibility.windows.reset();
  return visibility;
}

Quantity ofSeveralHeads(const Quantity& quantity, Combine combine) {
  if (!quantity.name.isEmpty()) return quantity;
  return {combine == Combine::Mean ? Words::tr("mean weight") : Words::tr("largest weight"), quantity.attends};
}

std::vector<PanelLens> withSpan(std::vector<PanelLens> lenses, Index begin, Index end) {
  auto spans = std::find_if(lenses.begin(), lenses.end(), [](const PanelLens& l) { return l.kind == LensKind::Spans; });
  if (spans == lenses.end()) {
    PanelLens lens;
    lens.kind = LensKind::Spans;
    spans = lenses.insert(lenses.begin(), lens);
  }
  auto& list = spans->spans;
  const auto touched = [=](const std::pair<Index, Index>& span) { return span.first < end && begin < span.second; };
  list.erase(std::remove_if(list.begin(), list.end(), touched), list.end());
  list.insert(std::upper_bound(list.begin(), list.end(), std::pair(begin, end)), {begin, end});
  return lenses;
}

QString lensName(const PanelLens& lens) { return wordsFor(lens).name; }
QString lensExplanation(const PanelLens& lens) { return wordsFor(lens).explanation; }

LensResult applyLenses(std::shared_ptr<const AttentionMaps> maps, AttentionContext context,
                          const std::vector<PanelLens>& lenses, std::optional<TokenLink> tokens) {
  // What lenses say of rows holds for queries: the map is turned when they are done.
  const auto turns = [](const PanelLens& lens) { return lens.kind == LensKind::Transposed; };
  std::vector<PanelLens> acting;
  std::copy_if(lenses.begin(), lenses.end(), std::back_inserter(acting),
               [&](const PanelLens& lens) { return !turns(lens); });
  if (std::count_if(lenses.begin(), lenses.end(), turns) % 2 == 1)
    acting.push_back(*std::find_if(lenses.begin(), lenses.end(), turns));
  QStringList names;
  for (const PanelLens& lens : acting) names << lensName(lens);
  context.lenses = names.join(QStringLiteral(", "));
  if (!tokens) tokens = sameTokens(maps->queries());
  Looking looking(std::move(maps), std::move(context), *std::move(tokens));
  for (const PanelLens& lens : acting) looking.through(lens);
  return std::move(looking).result();
}

}  // namespace headlight
