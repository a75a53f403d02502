#include "ui/panels/sweeps.h"

#include <algorithm>
#include <cmath>

#include "core/attention/lenses/subset_maps.h"
#include "core/base/error.h"
#include "core/model/predictions.h"
#include "ui/figures/attention_figure.h"
#include "ui/figures/colours/colour_scale.h"
#include "ui/figures/token_label.h"
#include "ui/panels/export/exports.h"
#include "ui/reading/readings.h"
#include "ui/state/panel_kind.h"
#include "ui/words.h"

namespace headlight {
namespace {

constexpr int kFrameTime = 1000;

/// `session` with each head that it shows changed in the same way; of heads that become one only one is left.
template <class Change>
Session withHeads(Session session, const Change& change) {
  WorkspaceState& state = session.state;
  change(state.head);
  for (PanelState& panel : state.panels) {
    if (panel.pinned) change(*panel.pinned);
    std::vector<HeadId> heads;
    for (HeadId head : panel.heads) {
      change(head);
      if (std::find(heads.begin(), heads.end(), head) == heads.end()) heads.push_back(head);
    }
    panel.heads = std::move(heads);
  }
  return session;
}

Animation animationOf(const QString& name, const Session& session, const RunResults& results) {
  Animation animation;
  animation.name = name;
  animation.provenance = exportableOf(session, results).provenance;
  animation.provenance.head.reset();
  return animation;
}

Animation throughNumbers(Sweep sweep, const Session& session, const RunResults& results) {
  const PanelState& first = session.state.panels.front();
  const PanelSettings& has = panelKind(first.kind).has;
  const bool layers = sweep == Sweep::Layers;
  const char* what = layers ? "layers" : "heads";
  if (has.allHeads || has.flow)
    throw Error(std::string("animation through ") + what + ": expected a view of one head, found " +
                panelKind(first.kind).name);
  const auto& reading = results[first.source];
  const AttentionMaps& maps = *mapsOf(first, *reading);
  const std::vector<int> numbers = layers ? maps.layerNumbers() : maps.headNumbers();
  if (numbers.size() < 2)
    throw Error(std::string("animation through ") + what + ": expected several of them, found one");
  Animation animation =
      animationOf(layers ? Words::tr("Through the layers") : Words::tr("Through the heads"), session, results);
  for (const int number : numbers) {
    Session frame = withHeads(session, [&](HeadId& head) { (layers ? head.layer : head.head) = number; });
    if (!layers)
      for (PanelState& panel : frame.state.panels) panel.wholeLayer = false;
    animation.frames.push_back({{{}, {}, exportableOf(frame, results)}, kFrameTime});
  }
  setFrameTime(animation, kFrameTime);
  return animation;
}

/// The first tokens of a map: `queries` rows and `keys` columns.
std::shared_ptr<const AttentionMaps> firstTokens(const std::shared_ptr<const AttentionMaps>& maps, Index queries,
                                                 Index keys) {
  const auto below = [](Index count) { return [count](Index token, const Token&) { return token < count; }; };
  return std::make_shared<SubsetMaps>(maps, tokensWhere(maps->queryTokens(), below(queries)),
                                      tokensWhere(maps->keyTokens(), below(keys)), RemovedMass::Missing);
}

/// Leaves out of a figure what lies behind its first `tokens` tokens; keys of another text stay.
void cutBehind(AttentionFigure& figure, Index tokens) {
  if (!figure.maps()) return;
  AttentionContext context = figure.context();
  const Index keys = context.cross ? figure.maps()->keys() : tokens;
  for (auto* places : {&context.sinkColumns, &context.onlyA, &context.onlyB})
    places->erase(std::remove_if(places->begin(), places->end(), [keys](Index place) { return place >= keys; }),
                  places->end());
  for (auto& side : context.sides)
    if (side) side = firstTokens(side, tokens, keys);
  figure.setMaps(firstTokens(figure.maps(), tokens, keys), std::move(context));
}

/// The same of a picture that is to be made: each of its panels has a number of tokens of its own.
void cutWhenMade(Exportable& what, std::optional<Index> tokens) {
  if (!tokens) return;
  what.make = [make = what.make, count = *tokens](const FigureStyle& style, bool withText) {
    std::unique_ptr<Figure> figure = make(style, withText);
    if (auto* attention = dynamic_cast<AttentionFigure*>(figure.get())) cutBehind(*attention, count);
    return figure;
  };
}

/// "“ Darcy”, 34.2%": a token that was written, and how likely the model thought it.
QString writtenText(const Trace& trace, Index token) {
  const Token& written = trace.encoding.tokens[static_cast<std::size_t>(token)];
  const QString label = quotedText(tokenLabel(written));
  if (token == 0 || trace.logits.rows() < token) return label;
  const std::vector<double> chances = logProbabilities(trace.logits, token - 1);
  const auto id = static_cast<std::size_t>(written.id);
  return id < chances.size() ? QStringLiteral("%1, %2").arg(label, percentText(std::exp(chances[id]), 1)) : label;
}

Animation throughGeneration(const Session& session, const RunResults& results) {
  const RunResult& first = *results[RunId{}];
  const Index count = first.trace ? static_cast<Index>(first.trace->encoding.size()) : 0;
  if (first.written >= count)
    throw Error("animation of a generation: expected a text that the model went on writing, found none");
  Animation animation = animationOf(Words::tr("Token by token"), session, results);
  const Index steps = count - first.written;
  for (Index token = first.written; token < count; ++token) {
    Session frame = session;
    // The row that said the token is the one before it.
    frame.state.token = std::max<Index>(0, first.trace->source ? token : token - 1);
    for (PanelState& panel : frame.state.panels) panel.zoom = {};
    AnimationFrame step{{{}, {}, exportableOf(frame, results)}, kFrameTime};
    step.page.sentence =
        Words::tr("Step %1 of %2: %3").arg(token - first.written + 1).arg(steps).arg(writtenText(*first.trace, token));
    const auto shownBefore = [&](const PanelState& panel) -> std::optional<Index> {
      const std::optional<Index> shown =
          resolvePanel(panel, resultsFor(panel, results, frame.state)).tokens.toShown(token);
      return shown ? std::optional(*shown + 1) : std::nullopt;
    };
    Exportable& what = step.page.what;
    const auto& panels = frame.state.panels;
    if (what.parts.empty()) cutWhenMade(what, shownBefore(panels.front()));
    for (std::size_t i = 0; i < what.parts.size(); ++i) cutWhenMade(what.parts[i], shownBefore(panels[i]));
    animation.frames.push_back(std::move(step));
  }
  setFrameTime(animation, kFrameTime);
  return animation;
}

}  // namespace

Animation sweepOf(Sweep sweep, const Session& session, const RunResults& results) {
  return sweep == Sweep::Generation ? throughGeneration(session, results) : throughNumbers(sweep, session, results);
}

}  // namespace headlight
