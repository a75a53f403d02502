#include "ui/reading/panel_sight.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "ui/figures/cell_words.h"
#include "ui/figures/head_words.h"
#include "ui/figures/token_label.h"
#include "ui/reading/heads/head_maps.h"
#include "ui/state/words/method_words.h"
#include "ui/words.h"

namespace headlight {
namespace {

bool sameTexts(const std::vector<Token>& a, const std::vector<Token>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), isSameToken);
}

QString setName(const PanelState& panel) {
  return (panel.use == HeadCombination::Mean ? Words::tr("mean of %1 heads") : Words::tr("maximum of %1 heads"))
      .arg(panel.heads.size());
}

/// Whether the chosen heads are one map.
bool setAsOne(const PanelState& panel) {
  return !panel.heads.empty() && panel.use != HeadCombination::Overlay && methodInfo(panel.method).perHead;
}

/// What tells a reading from another one that it is compared with: "text A", "bert, with changes".
QString sideName(RunId run, RunId other, const RunResults& results) {
  QStringList parts;
  if (run.model != other.model)
    parts << (results[run] && !results[run]->context.modelName.isEmpty() ? results[run]->context.modelName
                                                                         : Words::tr("model %1").arg(run.model + 1));
  if (run.text != other.text) parts << (run.text == 1 ? Words::tr("text B") : Words::tr("text A"));
  if (run.changed != other.changed) parts << (run.changed ? Words::tr("with changes") : Words::tr("without changes"));
  return parts.join(QStringLiteral(", "));
}

/// One side of a panel: a reading with the heads that were chosen as one, through the lenses.
LensResult side(const PanelState& panel, RunId run, bool asOne, const RunResults& results) {
  const RunResult& result = *results[run];
  std::shared_ptr<const AttentionMaps> maps = mapsOf(panel, result);
  AttentionContext context = contextOf(panel.attention, result);
  context.quantity = quantityOf(panel.method);
  if (asOne) {
    const Combine combine = panel.use == HeadCombination::Mean ? Combine::Mean : Combine::Max;
    maps = combinedHeads(maps, panel.heads, combine);
    context.heads = setName(panel);
    context.quantity = ofSeveralHeads(context.quantity, combine);
  }
  const bool wholeLayer = !methodInfo(panel.method).perHead;
  if (wholeLayer) context.heads = Words::tr("all heads");
  // Rollout and flow reach through all layers, further than the window of any.
  if (panel.method == Method::Rollout || panel.method == Method::Flow)
    for (Visibility& visibility : context.visibility) visibility = withoutWindow(visibility);
  TokenLink tokens = hasTokensOfItsOwn(panel.attention) ? sameTokens(maps->queries()) : tokensOf(run, results);
  tokens.keysToo = !context.cross;
  LensResult seen = applyLenses(std::move(maps), std::move(context), panel.lenses, std::move(tokens));
  seen.headsCombined = seen.headsCombined || asOne || wholeLayer;
  if (panel.method != Method::Raw)
    seen.context.lenses = seen.context.lenses.isEmpty()
                              ? methodName(panel.method)
                              : methodName(panel.method) + QStringLiteral(", ") + seen.context.lenses;
  return seen;
}

}  // namespace

std::shared_ptr<const AttentionMaps> mapsOf(AttentionType attention, const RunResult& result) {
  const auto other = result.beside.find(attention);
  return other == result.beside.end() ? result.maps : other->second.maps;
}

std::shared_ptr<const AttentionMaps> mapsOf(const PanelState& panel, const RunResult& result) {
  if (panel.attention != AttentionType::Self || panel.method == Method::Raw) return mapsOf(panel.attention, result);
  const auto found = result.methods.find(panel.method);
  return found == result.methods.end() ? nullptr : found->second.maps;
}

const AttentionContext& contextOf(AttentionType attention, const RunResult& result) {
  const auto other = result.beside.find(attention);
  return other == result.beside.end() ? result.context : other->second.context;
}

bool hasTokensOfItsOwn(AttentionType attention) {
  return attention == AttentionType::Encoder || attention == AttentionType::Vision || stageOf(attention);
}

std::vector<AttentionType> attentionsOf(const RunResult& result) {
  std::vector<AttentionType> all;
  if (result.beside.empty()) return all;
  for (const AttentionName& stage : kStages)
    if (result.beside.contains(stage.type)) all.push_back(stage.type);
  if (!all.empty()) return all;
  for (const AttentionType type :
       {AttentionType::Cross, AttentionType::Self, AttentionType::Encoder, AttentionType::Vision})
    if (type == AttentionType::Self || result.beside.contains(type)) all.push_back(type);
  return all;
}

bool lacksReading(const PanelState& panel, const RunResults& results) {
  for (const RunId run : runsOf(panel))
    if (!results[run] || !mapsOf(panel, *results[run])) return true;
  return false;
}

AlignmentBasis kinshipOf(const RunResult& a, const RunResult& b) {
  if (&a == &b || a.request.model == b.request.model) return AlignmentBasis::SameTokenizer;
  if (withoutWritten(a.request.input) != withoutWritten(b.request.input)) return AlignmentBasis::Neither;
  return sameTexts(a.maps->queryTokens(), b.maps->queryTokens()) ? AlignmentBasis::SameTokenizer
                                                                 : AlignmentBasis::SameText;
}

TokenLink tokensOf(RunId run, const RunResults& results) {
  const auto &first = results[RunId{}], &result = results[run];
  const std::vector<Token>& tokens = result->maps->queryTokens();
  if (!first || first == result) return sameTokens(static_cast<Index>(tokens.size()));
  return linkOf(alignSides(first->maps->queryTokens(), tokens, kinshipOf(*first, *result)));
}

LensResult resolvePanel(const PanelState& panel, const RunResults& results) {
  if (lacksReading(panel, results)) return {};
  if (!panel.minus) return side(panel, panel.source, setAsOne(panel), results);
  return difference(*sidesOf(panel, results));
}

std::optional<AlignedSides> sidesOf(const PanelState& panel, const RunResults& results) {
  if (!panel.minus || lacksReading(panel, results)) return {};
  const PanelMinus& minus = *panel.minus;
  const bool asOne = setAsOne(panel) && !minus.head;
  LensResult b = side(panel, minus.source, asOne, results);
  const AttentionMaps& theirs = *mapsOf(panel, *results[minus.source]);
  const bool lacksOne = asOne && !std::all_of(panel.heads.begin(), panel.heads.end(),
                                              [&theirs](HeadId head) { return theirs.has(head); });
  // What only one side has is compared with nothing, not with what is nearest.
  const auto headOfB = [maps = b.maps, minus, asOne, lacksOne, combined = b.headsCombined](HeadId head) {
    HeadId other = minus.head.value_or(head);
    if (lacksOne) return HeadId{-1, -1, other.attention};
    if (asOne) return nearestHead(*maps, other);
    if (combined) other.head = nearestHead(*maps, {maps->layerNumbers().front(), other.head, other.attention}).head;
    return other;
  };
  LensResult a = side(panel, panel.source, setAsOne(panel), results);
  a.context.nameA = sideName(panel.source, minus.source, results);
  a.context.nameB = sideName(minus.source, panel.source, results);
  a.context.headB = minus.head;
  return aligned(std::move(a), std::move(b), kinshipOf(*results[panel.source], *results[minus.source]), headOfB);
}

QString cellSentence(const LensResult& seen, HeadId head, Index query, Index key) {
  if (!seen.maps || query >= seen.maps->queries() || key >= seen.maps->keys()) return {};
  const AttentionContext& context = seen.context;
  const QString pair = pairWords(context, tokenLabel(seen.maps->queryTokens()[static_cast<std::size_t>(query)]), query,
                                 tokenLabel(seen.maps->keyTokens()[static_cast<std::size_t>(key)]), key);
  if (!context.isVisible(head.layer, query, key, seen.maps->keys()))
    return QStringLiteral("%1:  %2").arg(pair, Words::tr("masked for this query"));
  if (context.isGap(query, key)) return Words::tr("%1:  only one side has this token").arg(pair);
  const Matrix row = seen.maps->weights(head, {query, 0, 1, seen.maps->keys()});
  const auto weight = static_cast<double>(row(0, key));
  if (!std::isfinite(weight)) return Words::tr("%1:  no value").arg(pair);
  const QString number = localNumber(weight, 'f', 6);
  if (context.difference) {
    const auto [a, b] = sideNames(context, head);
    const QString sides = b.isEmpty() ? QStringLiteral("A − B") : a + QStringLiteral(" − ") + b;
    return QStringLiteral("%1:  %2 = %3").arg(pair, sides, weight < 0 ? QChar(0x2212) + number.mid(1) : number);
  }
  const QString named = context.quantity.name.isEmpty() ? number : context.quantity.name + u' ' + number;
  const double sum = row.cast<double>().sum();
  const QString cell = Words::tr("%1:  %2   ·   row sum %3").arg(pair, named, localNumber(sum, 'f', 6));
  if (!seen.maps->hasNoTokenShare()) return cell;
  return Words::tr("%1   ·   no token %2").arg(cell, localNumber(std::max(0.0, 1 - sum), 'f', 6));
}

HeadId shownHead(const PanelState& panel, HeadId selected, const AttentionMaps* maps) {
  const HeadId head = panel.pinned.value_or(panel.heads.empty() ? selected : panel.heads.front()).of(panel.attention);
  return maps ? nearestHead(*maps, head) : head;
}

QString sourceName(RunId run, const RunResults& results) {
  QStringList parts;
  if (run.model == 1)
    parts << (results[run] && !results[run]->context.modelName.isEmpty() ? results[run]->context.modelName
                                                                         : Words::tr("model 2"));
  if (run.text == 1) parts << Words::tr("text B");
  // The window may show what the changes make of a reading in its place.
  if (run.changed || (results[run] && !results[run]->request.changes.empty())) parts << Words::tr("with changes");
  return parts.join(QStringLiteral(", "));
}

QString minusName(const PanelState& panel, const RunResults& results) {
  if (!panel.minus) return {};
  QStringList parts;
  const RunId other = panel.minus->source;
  if (panel.minus->head) parts << headWords(*panel.minus->head);
  if (const QString side = sideName(other, panel.source, results); !side.isEmpty()) parts << side;
  return parts.join(QStringLiteral(", "));
}

}  // namespace headlight
