#include "app/commands/figure_choice.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/io/stored_attention.h"
#include "core/text/token_groups.h"
#include "ui/figures/token_axis.h"
#include "ui/figures/token_label.h"
#include "ui/state/words/lens_words.h"
#include "ui/state/panel_kind.h"

namespace headlight {
namespace {

void isThere(const char* option, int n, const std::vector<int>& there, const char* things) {
  if (std::find(there.begin(), there.end(), n) != there.end()) return;
  const auto count = static_cast<int>(there.size());
  std::string numbers;
  for (const int number : there) numbers += (numbers.empty() ? "" : ", ") + std::to_string(number);
  throw Error(std::string("--") + option + ": expected " +
              (there.back() + 1 == count ? "0 to " + std::to_string(count - 1) + " (the model has " +
                                               std::to_string(count) + " " + things + ")"
                                         : "one of " + numbers) +
              ", found " + std::to_string(n));
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

std::filesystem::path folderOf(const ModelArgument& model) {
  const std::filesystem::path folder = model.folder();
  if (holdsAttention(folder))
    throw Error("--model: expected a model, found a file of attention, '" + model.name + "' (--import FILE shows it, without a text)");
  return absolutePath(folder);
}

PanelKind kindOf(const std::string& view) {
  for (const PanelKindRow& row : panelKinds())
    if (view == row.name) return row.kind;
  return PanelKind::Heatmap;  // Which draws differences.
}

}  // namespace

void FigureChoice::addTo(CLI::App& command) {
  attention.addTo(command, "Attention of an encoder–decoder model (default: decoder)");
  addChoice(command, "--view", view, "View",
            {"heatmap", "links", "atlas", "text", "difference", "arcs", "profile", "flow", "similarity", "image",
             "image-atlas", "ablation", "methods"});
  command
      .add_option("--layer", layers,
                  "Layer, from 0; several: one figure each, or overlaid (links, arcs, profile)")
      ->delimiter(',')
      ->type_name("L");
  command.add_option("--head", heads, "Head, from 0; several as with layers")
      ->delimiter(',')
      ->type_name("H");
  command
      .add_option("--token", token,
                  "Token for text, profile, flow and methods (default: last)")
      ->type_name("N|WORD");
  std::vector<std::string> names;
  for (const MethodInfo& info : methods()) names.emplace_back(info.name);
  addChoice(command, "--method", method,
            "Attribution method; norms and value-zeroing as shares of the row", names);
  addChoice(command, "--direction", direction, "Text: what the token attends to, or what attends to it",
            {"gives", "receives"});
  addChoice(command, "--flow", flow, "Flow: how to combine a layer: head mean, --head or rollout",
            {"mean", "head", "rollout"});
  command.add_option("--lens", lenses, "Lenses, in this order: " + lensList())
      ->delimiter(',')
      ->type_name("LENS,...");
  command.add_option("--minus-layer", minusLayer, "Difference: subtract this layer (default: --layer)")->type_name("L");
  command.add_option("--minus-head", minusHead, "Difference: subtract this head (default: --head)")->type_name("H");
  command.add_option("--minus-text", minusText, "Difference: subtract the same head of another text, tokens aligned")
      ->type_name("T");
  command
      .add_option("--minus-model", minusModel,
                  "Difference: subtract another model, aligned over characters where its tokens differ")
      ->type_name("NAME-OR-FOLDER");
  command.add_option("--threshold", threshold, "Links and arcs: hide weights below")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  addChoice(command, "--scale", scale, "Colour scale", {"linear", "sqrt", "log"});
  command
      .add_option("--range", range,
                  "Top of the scale: the same for all heads (default), or this head's largest weight (difference)")
      ->check(CLI::IsMember({"common", "head"}));
  addChoice(command, "--sink", sink, "Show the sink (first token, [CLS], [SEP]) as its own bar, or like all tokens",
            {"apart", "raw"});
}

void FigureChoice::check() const {
  if (input.import && (decoder.given() || attention.given()))
    throw Error("--import: cannot be combined with decoder options; FILE#cross selects a part");
  if (input.text && input.text->empty()) throw Error("text: expected at least one token, found an empty text");
  if (input.import && (view == "ablation" || view == "methods" || minusText))
    throw Error((minusText ? "--minus-text" : "--view " + view) +
                std::string(": expected a model to run, found --import"));
  const bool subtracts = minusLayer || minusHead || minusText || minusModel;
  if (view == "difference" && !subtracts)
    throw Error("--view difference: expected --minus-layer, --minus-head, --minus-text or --minus-model, found none");
  if (view != "difference" && subtracts) throw Error("--minus-…: expected --view difference, found --view " + view);
  if ((decoder.given() || attention.given()) && (minusText || minusModel))
    throw Error("--minus-text, --minus-model: expected a figure without --decoder-text, --generate and --attention");
  if (attention.type() != AttentionType::Self && methodNamed(method) != Method::Raw)
    throw Error("--method " + method + ": expected --attention decoder, found " + attention.name);
  if (attention.name == "cross")
    for (const char* square : {"text", "arcs", "profile", "flow", "ablation", "methods"})
      if (view == square)
        throw Error("--view " + view + ": expected self-attention, found --attention cross");
  if (minusText && minusModel) throw Error("--view difference: expected --minus-text or --minus-model, found both");
  for (const std::string& word : lenses) lensFromWord(word);
}

std::vector<HeadId> FigureChoice::chosenHeads() const {
  std::vector<HeadId> chosen;
  for (const int layer : layers.empty() ? std::vector<int>{0} : layers)
    for (const int head : heads.empty() ? std::vector<int>{0} : heads) chosen.push_back({layer, head});
  return chosen;
}

PanelMinus FigureChoice::minus(HeadId head) const {
  PanelMinus minus{{minusModel ? 1 : 0, minusText ? 1 : 0, intervene.given()}, {}};
  const HeadId other{minusLayer.value_or(head.layer), minusHead.value_or(head.head)};
  if (other != head || unchanged(minus.source) == RunId{}) minus.head = other;
  return minus;
}

Index FigureChoice::tokenIn(const std::vector<Token>& tokens) const {
  return token ? tokenOf(*token, tokens) : defaultToken(tokens);
}

ScaleKind FigureChoice::scaleKind() const {
  return scale == "linear" ? ScaleKind::Linear : scale == "log" ? ScaleKind::Log : ScaleKind::Sqrt;
}

PanelState FigureChoice::panel() const {
  PanelState panel;
  panel.kind = kindOf(view);
  panel.method = methodNamed(method);
  panel.attention = attention.type();
  panel.source.changed = intervene.given();
  panel.scale = scaleKind();
  if (!range.empty()) panel.range = range == "head" ? ScaleRange::PerHead : ScaleRange::Common;
  panel.sinksApart = sink == "apart";
  panel.threshold = threshold;
  panel.direction = direction == "gives" ? Direction::Gives : Direction::Receives;
  panel.flow = flow == "rollout" ? FlowWeights::Rollout : flow == "head" ? FlowWeights::Head : FlowWeights::Mean;
  for (const std::string& word : lenses) panel.lenses.push_back(lensFromWord(word));
  return panel;
}

WorkspaceState FigureChoice::state() const {
  WorkspaceState state;
  state.model = input.import ? absolutePath(*input.import) : folderOf(model);
  if (minusModel) state.otherModel = folderOf({*minusModel});
  state.text = input.text.value_or(std::string());
  state.pair = input.pair;
  if (input.image) state.image = openImage(*input.image);
  if (minusText) state.otherText = TextInput{*minusText, input.pair};
  for (Intervention& change : intervene.parsed()) state.changes.push_back({std::move(change)});
  const std::vector<HeadId> chosen = chosenHeads();
  state.head = chosen.front();
  PanelState one = panel();
  const PanelSettings& has = panelKind(one.kind).has;
  const bool several = chosen.size() > 1;
  if (several && has.wholeLayer) one.heads = chosen;
  const bool oneEach = several && !has.wholeLayer && !has.allHeads && !has.flow;
  for (const HeadId head : chosen) {
    if (!state.panels.empty() && !oneEach) break;
    if (oneEach) one.pinned = head;
    if (view == "difference") one.minus = minus(head);
    state.panels.push_back(one);
  }
  return state;
}

std::optional<Input> FigureChoice::inputBesideState() const {
  if ((input.text || input.import || input.image) && !decoder.given()) return std::nullopt;
  return decoder.with(input.input(model));
}

WorkspaceState FigureChoice::settled(WorkspaceState state, const RunResults& results) const {
  const RunResult& first = *results[RunId{}];
  // One head stands for all in what some methods say.
  const AttentionMaps& maps = *mapsOf(attention.type(), first);
  if (panelKind(state.panels.front().kind).has.image && !first.context.pixels)
    throw Error("--view " + view + ": expected a model that reads images (and --image or --pixels), found '" +
                model.name + "', which reads texts");
  // What was not asked for is the first that there is: a file may hold some layers and heads alone.
  const auto settle = [](const AttentionMaps& from, HeadId& head, bool layerAsked, bool headAsked) {
    if (!layerAsked && !from.hasLayer(head.layer)) head.layer = from.layerNumbers().front();
    if (!headAsked && !from.hasHead(head.head)) head.head = from.headNumbers().front();
  };
  std::vector<HeadId> chosen = chosenHeads();
  for (HeadId& head : chosen) settle(maps, head, !layers.empty(), !heads.empty());
  settle(maps, state.head, !layers.empty(), !heads.empty());
  for (PanelState& panel : state.panels) {
    if (panel.pinned) settle(maps, *panel.pinned, !layers.empty(), !heads.empty());
    for (HeadId& head : panel.heads) settle(maps, head, !layers.empty(), !heads.empty());
    if (panel.minus && panel.minus->head)
      settle(*results[panel.minus->source]->maps, *panel.minus->head, minusLayer || !layers.empty(),
             minusHead || !heads.empty());
  }
  for (const HeadId head : chosen) {
    isThere("layer", head.layer, maps.layerNumbers(), "layers");
    isThere("head", head.head, maps.headNumbers(), "heads");
  }
  for (const PanelState& panel : state.panels)
    if (panel.minus && panel.minus->head) {
      const AttentionMaps& others = *results[panel.minus->source]->maps;
      isThere("minus-layer", panel.minus->head->layer, others.layerNumbers(), "layers");
      isThere("minus-head", panel.minus->head->head, others.headNumbers(), "heads");
    }
  if (!token || !panelKind(state.panels.front().kind).has.token) return state;
  // Lenses change which tokens there are; a workspace counts those that the model read.
  const LensResult seen = resolvePanel(state.panels.front(), results);
  state.token = seen.tokens.toRun(tokenOf(*token, seen.maps->queryTokens()));
  return state;
}

}  // namespace headlight
