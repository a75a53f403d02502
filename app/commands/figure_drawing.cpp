#include "app/commands/figure_drawing.h"

#include <algorithm>
#include <utility>

#include "core/attention/lenses/grouped_maps.h"
#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "ui/figures/arcs_figure.h"
#include "ui/figures/atlas_figure.h"
#include "ui/figures/coloured_text_figure.h"
#include "ui/figures/difference.h"
#include "ui/figures/flow_figure.h"
#include "ui/figures/heatmap_figure.h"
#include "ui/figures/links_figure.h"
#include "ui/figures/profile_figure.h"
#include "ui/figures/similarity_figure.h"
#include "ui/figures/token_label.h"
#include "ui/workspace/lens_words.h"

namespace headlight {
namespace {

void inRange(const char* option, int n, int count, const char* things) {
  if (n < 0 || n >= count)
    throw Error(std::string("--") + option + ": expected 0 to " + std::to_string(count - 1) + " (the model has " +
                std::to_string(count) + " " + things + "), found " + std::to_string(n));
}

/// The token that `--token` means among `tokens`: a number, the first token with that label, or the last piece of the
/// first such word.
Index tokenOf(const std::string& wanted, const std::vector<Token>& tokens) {
  const auto count = static_cast<Index>(tokens.size());
  if (!wanted.empty() && wanted.find_first_not_of("0123456789") == std::string::npos) {
    const Index number = wanted.size() > 9 ? count : std::stol(wanted);
    if (number >= count)
      throw Error("--token: expected 0 to " + std::to_string(count - 1) + " (the text has " + std::to_string(count) +
                  " tokens), found " + wanted);
    return number;
  }
  const QString label = QString::fromStdString(wanted);
  for (Index i = 0; i < count; ++i)
    if (tokenLabel(tokens[static_cast<std::size_t>(i)]) == label) return i;
  for (const TokenGroup& word : wordGroups(tokens))
    if (tokenLabel(word.token) == label) return word.end - 1;
  throw Error("--token: expected a number or a word of the text, found '" + wanted + "'");
}

FigureInput read(ModelFolder model, const InputArgument& input, const InterveneArgument& intervene) {
  FigureInput source;
  source.model = std::move(model);
  const Encoding encoding = input.encode(source.model);
  RunOptions options;
  options.logits = false;
  options.interventions = intervene.interventions(source.model);
  source.trace = source.model.model->run(encoding, options);
  source.text = QString::fromStdString(input.caption(encoding));
  return source;
}

LookedThrough lookedAt(const DrawingArguments& a, const FigureInput& source) {
  std::vector<PanelLens> lenses;
  for (const std::string& word : a.lenses) lenses.push_back(lensFromWord(word));
  return lookThrough(std::make_shared<TraceMaps>(source.trace), contextOf(*source.trace, source.text), lenses);
}

bool sameTokens(const std::vector<Token>& a, const std::vector<Token>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Token& x, const Token& y) { return x.text == y.text && x.special == y.special; });
}

/// A head of what was read, less another head, text or model.
Difference subtracted(const DrawingArguments& a, const FigureSources& sources, HeadId head) {
  const LookedThrough mine = lookedAt(a, sources.main);
  LookedThrough other = mine;
  QStringList names;
  HeadId otherHead{a.minusLayer.value_or(head.layer), a.minusHead.value_or(head.head)};
  if (const auto& second = sources.subtracted) {
    names << (a.minusModel ? QString::fromStdString(second->model.name)
                           : QStringLiteral("“%1”").arg(second->text.simplified()));
    other = lookedAt(a, *second);
  }
  inRange("minus-layer", otherHead.layer, other.maps->layers(), "layers");
  inRange("minus-head", otherHead.head, other.maps->heads(), "heads");
  if (otherHead != head) names.prepend(QStringLiteral("layer %1, head %2").arg(otherHead.layer).arg(otherHead.head));
  const bool characters = a.minusModel && !sameTokens(mine.maps->queryTokens(), other.maps->queryTokens());
  Difference difference = differenceOf({mine.maps, mine.context, head}, {other.maps, other.context, otherHead},
                                       characters ? Pairing::Characters : Pairing::Tokens);
  difference.context.minus = names.join(QStringLiteral(", "));
  return difference;
}

template <class Kind>
std::unique_ptr<Kind> figureOf(const LookedThrough& seen, HeadId head) {
  auto figure = std::make_unique<Kind>();
  figure->setMaps(seen.maps, seen.context);
  figure->setHead(head);
  return figure;
}

}  // namespace

FigureSources readSources(const DrawingArguments& a, const ModelArgument& model, const InputArgument& input,
                          const InterveneArgument& intervene) {
  FigureSources sources{read(model.open(), input, intervene), std::nullopt};
  if (a.minusModel) {
    ModelArgument other;
    other.name = *a.minusModel;
    sources.subtracted = read(other.open(), input, intervene);
  } else if (a.minusText) {
    InputArgument other = input;
    other.text = orStandardInput(*a.minusText);
    sources.subtracted = read(sources.main.model, other, intervene);
  }
  return sources;
}

void DrawingArguments::addTo(CLI::App& app) {
  addChoice(app, "--view", view, "Which picture",
            {"heatmap", "links", "atlas", "text", "difference", "arcs", "profile", "flow", "similarity"});
  app.add_option("--layer", layers,
                 "Which layer, counted from 0; several give a picture each, or links, arcs and bars over one another")
      ->delimiter(',')
      ->type_name("L");
  app.add_option("--head", heads, "Which head, counted from 0; several as with layers")->delimiter(',')->type_name("H");
  app.add_option("--token", token,
                 "Text, profile and flow: the token that the picture is about (default: the last one)")
      ->type_name("N|WORD");
  addChoice(app, "--direction", direction, "Text: what the token attends to, or what attends to it",
            {"gives", "receives"});
  addChoice(app, "--flow", flow, "Flow: what stands for a layer: the mean of its heads, --head, or rollout",
            {"mean", "head", "rollout"});
  app.add_option(
         "--lens", lenses,
         "Look through lenses, in this order: words, sentences, no-specials, no-sink, threshold:W, top:N, row-max, "
         "transpose, mean, max")
      ->delimiter(',')
      ->type_name("LENS,...");
  app.add_option("--minus-layer", minusLayer, "Difference: subtract this layer (default: --layer)")->type_name("L");
  app.add_option("--minus-head", minusHead, "Difference: subtract this head (default: --head)")->type_name("H");
  app.add_option("--minus-text", minusText, "Difference: subtract the same head of another text, tokens aligned")
      ->type_name("T");
  app.add_option("--minus-model", minusModel,
                 "Difference: subtract another model, aligned over characters where its tokens differ")
      ->type_name("NAME-OR-FOLDER");
  app.add_option("--threshold", threshold, "Links and arcs: leave out weights below")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
}

void DrawingArguments::check() const {
  const bool minus = minusLayer || minusHead || minusText || minusModel;
  if (view == "difference" && !minus)
    throw Error("--view difference: expected --minus-layer, --minus-head, --minus-text or --minus-model, found none");
  if (view != "difference" && minus) throw Error("--minus-…: expected --view difference, found --view " + view);
  if (minusText && minusModel) throw Error("--view difference: expected --minus-text or --minus-model, found both");
  for (const std::string& word : lenses) lensFromWord(word);
}

std::vector<HeadId> chosenHeads(const DrawingArguments& a, const AttentionMaps& maps) {
  std::vector<HeadId> chosen;
  for (const int layer : a.layers.empty() ? std::vector<int>{0} : a.layers)
    for (const int head : a.heads.empty() ? std::vector<int>{0} : a.heads) {
      inRange("layer", layer, maps.layers(), "layers");
      inRange("head", head, maps.heads(), "heads");
      chosen.push_back({layer, head});
    }
  return chosen;
}

std::unique_ptr<AttentionFigure> drawnFigure(const DrawingArguments& a, const FigureSources& sources,
                                             const std::vector<HeadId>& heads) {
  const HeadId head = heads.front();
  if (a.view == "difference") {
    const Difference difference = subtracted(a, sources, head);
    auto figure = std::make_unique<HeatmapFigure>();
    figure->setMaps(difference.maps, difference.context);
    figure->setHead(head);
    return figure;
  }
  const LookedThrough seen = lookedAt(a, sources.main);
  const auto chosenToken = [&](bool isKey) -> std::optional<Index> {
    if (!a.token) return {};
    return tokenOf(*a.token, isKey ? seen.maps->keyTokens() : seen.maps->queryTokens());
  };
  // One map stands for all heads of a layer: several of them would lie over one another.
  const std::vector<HeadId> shown = seen.headsCombined ? std::vector<HeadId>{} : heads;
  if (a.view == "links") {
    auto figure = figureOf<LinksFigure>(seen, head);
    figure->setHeads(shown);
    figure->setThreshold(a.threshold);
    return figure;
  }
  if (a.view == "arcs") {
    auto figure = figureOf<ArcsFigure>(seen, head);
    figure->setHeads(shown);
    figure->setThreshold(a.threshold);
    return figure;
  }
  if (a.view == "profile") {
    auto figure = figureOf<ProfileFigure>(seen, head);
    figure->setHeads(shown);
    figure->setToken(chosenToken(false));
    return figure;
  }
  if (a.view == "text") {
    auto figure = figureOf<ColouredTextFigure>(seen, head);
    figure->setDirection(a.direction == "gives" ? Direction::Gives : Direction::Receives);
    figure->setToken(chosenToken(a.direction == "receives"));
    return figure;
  }
  if (a.view == "flow") {
    auto figure = figureOf<FlowFigure>(seen, head);
    figure->setWeights(a.flow == "rollout" ? FlowWeights::Rollout
                       : a.flow == "head"  ? FlowWeights::Head
                                           : FlowWeights::Mean);
    figure->setToken(chosenToken(false));
    return figure;
  }
  if (a.view == "atlas") return figureOf<AtlasFigure>(seen, head);
  if (a.view == "similarity") return figureOf<SimilarityFigure>(seen, head);
  return figureOf<HeatmapFigure>(seen, head);
}

}  // namespace headlight
