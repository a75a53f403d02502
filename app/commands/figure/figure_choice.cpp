#include "app/commands/figure/figure_choice.h"

#include <algorithm>

#include "app/usage_error.h"
#include "core/analysis/expert_use.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/io/stored_attention.h"
#include "core/reading/input_tokens.h"
#include "core/text/token_names.h"
#include "ui/figures/token_axis.h"
#include "ui/reading/readings.h"
#include "ui/state/figure_views.h"
#include "ui/state/panel_kind.h"
#include "ui/state/words/lens_words.h"

namespace headlight {
namespace {

void isThere(const char* option, int n, const std::vector<int>& there, const char* things) {
  if (std::find(there.begin(), there.end(), n) != there.end()) return;
  throw Error(std::string("--") + option + ": expected " + numbersThere(there, things) + ", found " +
              std::to_string(n));
}

/// Whether one picture is all that there is to read.
bool isOneImage(const InputArgument& input) {
  return input.images.size() == 1 && !input.text && input.ids.empty() && !input.chat.given();
}

/// Throws Error for an option that `command` was given and `view` is not drawn by.
void refuseOptionsOfOtherViews(const CLI::App& command, const std::string& view) {
  for (const CLI::Option* option : command.get_options()) {
    const std::string name = option->get_lnames().empty() ? std::string() : "--" + option->get_lnames().front();
    if (option->count() > 0 && !usesOption(view, name))
      throw UsageError(name + ": expected --view " + viewsWith(name, " or ") + ", found --view " + view);
  }
}

std::filesystem::path folderOf(const ModelArgument& model) {
  const std::filesystem::path folder = model.folder();
  if (holdsAttention(folder))
    throw Error("--model: expected a model, found a file of attention, '" + model.name +
                "' (--import FILE shows it, without a text)");
  return absolutePath(folder);
}

/// Whether one map stands for all heads of a layer.
bool combinesHeads(const PanelState& panel) {
  return std::any_of(panel.lenses.begin(), panel.lenses.end(), [](const PanelLens& lens) {
    return lens.kind == PanelLens::Kind::MeanOfHeads || lens.kind == PanelLens::Kind::MaxOfHeads;
  });
}

/// Names that views had before.
CLI::Validator formerNames() {
  return CLI::Validator(
      [](std::string& name) {
        for (const auto& [before, kind] : formerKindNames())
          if (name == before) name = panelKind(kind).name;
        return std::string();
      },
      "");
}

PanelKind kindOf(const std::string& view) {
  for (const PanelKindRow& row : panelKinds())
    if (view == row.name) return row.kind;
  return PanelKind::Heatmap;  // Which draws differences.
}

}  // namespace

void FigureChoice::addTo(CLI::App& command) {
  attention.addTo(command, "Attention of an encoder–decoder model (default: decoder)");
  addChoice(command, "--view", view, "View", figureViewNames());
  command.get_option("--view")->transform(formerNames());
  heads.addTo(command, "Layer, from 0; several (0,2 or 0-3): one figure each, or overlaid (links, arcs, profile)",
              "Head: 3.1 (or L3H1; encoder 3.1, cross 3.1), or its number from 0 in --layer; several as with layers");
  command
      .add_option("--token", token,
                  "For " + viewsWith("--token") +
                      ": a token's number, a word (the#2 for the second), or piece:TEXT for a part of "
                      "one (default: last)")
      ->type_name("N|WORD");
  command
      .add_option("--picture", picture,
                  "For " + viewsWith("--picture") + ": which of several pictures, from 1 (default: all side by side)")
      ->type_name("N");
  command.add_flag(
      "--smooth", smooth,
      "For " + viewsWith("--smooth") + ": colours between the middles of patches (default: patch by patch)");
  addChoice(command, "--patches", patches, "Many patches of a picture in a text: as one token, or each by itself",
            {"one", "each"});
  std::vector<std::string> names;
  for (const MethodInfo& info : methods()) names.emplace_back(info.name);
  addChoice(command, "--method", method, "Attribution method; norms and value-zeroing as shares of the row", names);
  addChoice(command, "--direction", direction,
            "For " + viewsWith("--direction") + ": what the token attends to, or what attends to it",
            {"gives", "receives"});
  addChoice(command, "--flow", flow, "Flow: how to combine a layer: head mean, --head or rollout",
            {"mean", "head", "rollout"});
  addChoice(command, "--experts", experts, "Experts: layers and tokens, load of each expert, or the text of --layer",
            {"grid", "load", "text"});
  command.add_option("--expert", expert, "Experts: stress this expert of --layer; in the text only its tokens")
      ->type_name("E");
  command.add_option("--lens", lenses, "Lenses, in this order: " + lensList())
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("LENS,...");
  command.add_option("--minus-layer", minusLayer, "Difference: subtract this layer (default: --layer)")->type_name("L");
  command.add_option("--minus-head", minusHead, "Difference: subtract this head (3.1 or its number; default: --head)")
      ->type_name("L.H|H");
  command.add_option("--minus-text", minusText, "Difference: subtract the same head of another text, tokens aligned")
      ->type_name("T");
  command
      .add_option("--minus-model", minusModel,
                  "Difference: subtract another model, aligned over characters where its tokens differ")
      ->type_name("NAME-OR-FOLDER");
  command.add_option("--threshold", threshold, "For " + viewsWith("--threshold") + ": hide weights below")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  addChoice(command, "--scale", scale, "Scale of colours and of the widths of links", {"linear", "sqrt", "log"});
  command
      .add_option("--range", range,
                  "Top of the scale: the same for all heads (default), or this head's largest weight (difference)")
      ->check(CLI::IsMember({"common", "head"}));
  addChoice(command, "--sink", sink, "Show the sink (first token, [CLS], [SEP]) as its own bar, or like all tokens",
            {"apart", "raw"});
}

void FigureChoice::settleOptions(const CLI::App& command, Remarks& remarks) {
  refuseOptionsOfOtherViews(command, view);
  if (view == "flow" && flow != "head" && heads.given())
    throw UsageError("--layer, --head: not used by --view flow --flow " + flow +
                     "; --flow head draws one head number of every layer");
  m_chosen = heads.heads(attention);
  m_set = heads.given() ? heads.set(attention) : HeadSet();
  if (view == "flow" && heads.namesLayer())
    throw UsageError("--view flow: expected --head with a number (3), which is taken of every layer, found a layer");
  if (view == "methods" && m_chosen.size() > 1)
    throw UsageError("--head: expected one head for --view methods, found " + std::to_string(m_chosen.size()));
  if (heads.namesHead() && !methodInfo(methodNamed(method)).perHead)
    throw UsageError("--head: not used by --method " + method +
                     ", which has one map of each layer; --layer chooses it");
  m_minusLayer = minusLayer;
  if (minusHead) {
    HeadArgument other;
    other.headWords = {*minusHead};
    AttentionArgument same = attention;
    const std::vector<HeadId> named = other.heads(same);
    if (named.size() != 1 || same.type() != attention.type())
      throw UsageError("--minus-head: expected one head of the same attention, found '" + *minusHead + "'");
    m_minusHead = named.front();
    if (other.namesLayer()) {
      if (minusLayer)
        throw UsageError("--minus-head " + *minusHead + ": names its layer; it cannot be combined with --minus-layer");
      m_minusLayer = named.front().layer;
    }
  }
  input.settleText(model, remarks);
  if (input.import && (decoder.given() || attention.given()))
    throw UsageError("--import: cannot be combined with decoder options; FILE#cross selects a part");
  if (input.import && (intervene.given() || methodNamed(method) != Method::Raw))
    throw UsageError("--import: cannot be combined with options that need a model (--method, --intervene)");
  if (input.text && input.text->empty() && input.images.empty())
    throw UsageError("text: expected at least one token, found an empty text");
  static constexpr std::string_view kOfARun[] = {"ablation", "methods", "lens",     "experts", "score",
                                                 "contacts", "scatter", "circuits", "pattern"};
  if (input.import && (minusText || std::find(std::begin(kOfARun), std::end(kOfARun), view) != std::end(kOfARun)))
    throw UsageError((minusText ? "--minus-text" : "--view " + view) +
                     std::string(": expected a model to run, found --import"));
  const bool subtracts = minusLayer || minusHead || minusText || minusModel;
  if (view == "difference" && !subtracts)
    throw UsageError(
        "--view difference: expected --minus-layer, --minus-head, --minus-text or --minus-model, found none");
  if (view != "difference" && subtracts)
    throw UsageError("--minus-…: expected --view difference, found --view " + view);
  if ((decoder.given() || attention.given()) && (minusText || minusModel))
    throw UsageError(
        "--minus-text, --minus-model: expected a figure without --decoder-text, --generate and --attention");
  if (attention.type() != AttentionType::Self && methodNamed(method) != Method::Raw)
    throw UsageError("--method " + method + ": expected --attention decoder, found " + attention.name);
  if (attention.name == "cross")
    for (const char* square : {"text", "arcs", "profile", "flow", "methods", "lens", "experts", "contacts", "scatter",
                               "circuits", "pattern"})
      if (view == square) throw UsageError("--view " + view + ": expected self-attention, found --attention cross");
  if (minusText && minusModel)
    throw UsageError("--view difference: expected --minus-text or --minus-model, found both");
  for (const std::string& word : lenses) asTyped([&] { return lensFromWord(word); });
}

PanelMinus FigureChoice::minus(HeadId head) const {
  PanelMinus minus{{minusModel ? 1 : 0, minusText ? 1 : 0, intervene.given()}, {}};
  const HeadId other{m_minusLayer.value_or(head.layer), m_minusHead ? m_minusHead->head : head.head};
  if (other != head || unchanged(minus.source) == RunId{}) minus.head = other;
  return minus;
}

Index FigureChoice::tokenIn(const std::vector<Token>& tokens, Remarks& remarks) const {
  if (!token) return defaultToken(tokens);
  return tokenBy("--token", *token, tokens, remarks);
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
  if (picture) panel.picture = *picture - 1;
  panel.smooth = smooth;
  panel.flow = flow == "rollout" ? FlowWeights::Rollout : flow == "head" ? FlowWeights::Head : FlowWeights::Mean;
  panel.experts = experts == "load"   ? ExpertsPicture::Load
                  : experts == "text" ? ExpertsPicture::Text
                                      : ExpertsPicture::Grid;
  for (const std::string& word : lenses) panel.lenses.push_back(lensFromWord(word));
  return panel;
}

Reading FigureChoice::read(const Source& source, Remarks& remarks, ReadOptions options) const {
  options.interventions = intervene.parsed();
  return input.readBy(source, decoder.with(input.input()), remarks, options);
}

WorkspaceState FigureChoice::state() const {
  WorkspaceState state;
  state.model = input.import ? absolutePath(*input.import) : folderOf(model);
  if (minusModel) state.otherModel = folderOf({*minusModel, {}, {}, {}});
  state.text = input.text.value_or(std::string());
  state.pair = input.pair;
  if (input.chat.given()) state.conversation = input.chat.conversation();
  for (const std::string& image : input.images) state.pictures.push_back(openImage(image));
  if (input.sound) state.sound = openSound(*input.sound);
  if (!input.ids.empty()) state.ids = idsInput(input.givenIds()).typed;
  if (minusText) state.otherText = TextInput{*minusText, input.pair};
  for (Intervention& change : intervene.parsed()) state.changes.push_back({std::move(change)});
  const std::vector<HeadId>& chosen = m_chosen;
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

bool FigureChoice::reopens(WorkspaceState& state, const Source& source, const Encoding& tokens) const {
  const std::optional<Input> given = inputBesideState();
  if (!given) return true;
  const auto isRead = [&](const WorkspaceState& by) {
    return wantedReadings(by, {std::make_shared<const Source>(source), nullptr})[0]->input;
  };
  if (isRead(state) == *given) return true;
  const auto* ids = std::get_if<IdsInput>(&given->content);
  if (!ids || !ids->types.empty() || !source.tokenizer || source.translates()) return false;
  // A model with a tokenizer reads a text, of which it makes the same ids or others.
  WorkspaceState written = state;
  written.ids = {};
  for (const bool withoutSpecial : {true, false}) {
    written.text = source.tokenizer->decode(input.givenIds(), withoutSpecial);
    const Input read = isRead(written);
    if (isEmpty(read)) continue;
    const std::vector<Token> same = tokensOf(source, read).read.encoding.tokens;
    if (!std::equal(same.begin(), same.end(), tokens.tokens.begin(), tokens.tokens.end(),
                    // Special tokens that a tokenizer adds are left out of pictures; those among ids are not.
                    [](const Token& a, const Token& b) {
                      return a.id == b.id && a.place == b.place && a.special == b.special;
                    }))
      continue;
    state = std::move(written);
    return true;
  }
  return false;
}

std::optional<Input> FigureChoice::inputBesideState() const {
  const bool media = !input.images.empty() || input.sound || input.pixels;
  const bool ofState = media ? isOneImage(input) : input.text || input.chat.given() || input.import;
  if (ofState && !decoder.given()) return std::nullopt;
  return decoder.with(input.input());
}

WorkspaceState FigureChoice::settled(WorkspaceState state, const RunResults& results, Remarks& remarks) const {
  const RunResult& first = *results[RunId{}];
  // One head stands for all in what some methods say.
  const AttentionType type = drawnAttention(first);
  const AttentionMaps& maps = *mapsOf(type, first);
  for (PanelState& panel : state.panels) {
    panel.attention = type;
    foldPictures(panel, maps, remarks);
  }
  // What was not asked for is the first that there is: a file may hold some layers and heads alone.
  const auto settle = [](const AttentionMaps& from, HeadId& head, bool layerAsked, bool headAsked) {
    if (!layerAsked && !from.hasLayer(head.layer)) head.layer = from.layerNumbers().front();
    if (!headAsked && !from.hasHead(head.head)) head.head = from.headNumbers().front();
  };
  const bool layerAsked = heads.namesLayer(), headAsked = heads.namesHead();
  std::vector<HeadId> chosen = m_chosen;
  for (HeadId& head : chosen) settle(maps, head, layerAsked, headAsked);
  settle(maps, state.head, layerAsked, headAsked);
  for (PanelState& panel : state.panels) {
    if (panel.pinned) settle(maps, *panel.pinned, layerAsked, headAsked);
    for (HeadId& head : panel.heads) settle(maps, head, layerAsked, headAsked);
    if (panel.minus && panel.minus->head)
      settle(*results[panel.minus->source]->maps, *panel.minus->head, m_minusLayer || layerAsked,
             m_minusHead || headAsked);
  }
  if (heads.given()) heads.checkThere(m_set, maps);
  for (const PanelState& panel : state.panels) {
    if (!panel.minus) continue;
    // Of another model there has to be the same head.
    const HeadId head = panel.minus->head.value_or(panel.pinned.value_or(state.head));
    const AttentionMaps& others = *results[panel.minus->source]->maps;
    const bool typed = minusHead && minusHead->find_first_not_of("0123456789") != std::string::npos;
    isThere(typed                         ? "minus-head"
            : m_minusLayer || !minusModel ? "minus-layer"
                                          : "minus-model",
            head.layer, others.layerNumbers(), "layers");
    if (!combinesHeads(panel) && methodInfo(panel.method).perHead)
      isThere(minusHead || !minusModel ? "minus-head" : "minus-model", head.head, others.headNumbers(), "heads");
  }
  const PanelSettings& has = panelKind(state.panels.front().kind).has;
  for (PanelState& panel : state.panels)
    if (has.experts) settleExperts(panel, state.head, *results[panel.source]);
  const bool several = maps.layerNumbers().size() * maps.headNumbers().size() > 1;
  if (!headAsked && several && !has.allHeads && !has.flow && !has.experts && methodInfo(methodNamed(method)).perHead &&
      !combinesHeads(state.panels.front()))
    remarks.add({"No --head was named: head " + nameOf(chosen.front().of(type)) + " is drawn."});
  if (token) settleToken(state, results, remarks);
  return state;
}

void FigureChoice::settleExperts(PanelState& panel, HeadId head, const RunResult& result) const {
  if (!result.trace) throw Error("--view experts: expected a model with experts, found attention from a file");
  const ExpertUse use = expertUse(*result.trace, attention.type());
  const int number = heads.namesLayer() ? panel.pinned.value_or(head).layer : use.layers.front().layer;
  const ExpertUse::Layer* layer = use.layer(number);
  if (!layer)
    throw Error("--layer: expected a layer with experts, found " + std::to_string(number) + ", which has none");
  if (expert && (*expert < 0 || *expert >= layer->experts))
    throw Error("--expert: expected 0 to " + std::to_string(layer->experts - 1) + " (layer " + std::to_string(number) +
                " has " + std::to_string(layer->experts) + " experts), found " + std::to_string(*expert));
  panel.pinned = HeadId{number, 0};
  if (expert) panel.expert = HeadId{number, *expert};
}

void FigureChoice::foldPictures(PanelState& panel, const AttentionMaps& maps, Remarks& remarks) const {
  constexpr std::ptrdiff_t kFew = 24;
  const auto isOfPicture = [](const Token& each) { return each.imagePlace() && each.text != each.display; };
  const std::vector<Token>& tokens = maps.queryTokens();
  const auto count = std::count_if(tokens.begin(), tokens.end(), isOfPicture);
  const PanelSettings& has = panelKind(panel.kind).has;
  if (patches == "each" || count <= kFew || has.image || has.experts) return;
  PanelLens lens;
  lens.kind = PanelLens::Kind::Pictures;
  panel.lenses.insert(panel.lenses.begin(), lens);
  remarks.add({"The " + std::to_string(count) +
               " patches of pictures are drawn as one token each picture; --patches "
               "each draws them all."});
}

AttentionType FigureChoice::drawnAttention(const RunResult& result) const {
  const bool stages = result.trace && result.trace->earlier;
  const AttentionType asked =
      !attention.given() && stages ? stageNumbered(result.trace->stagesBefore()) : attention.type();
  if (!panelKind(kindOf(view)).has.image || view == "difference") return asked;
  const auto seen = [&](AttentionType type) {
    int pictures = 0;
    bool some = false;
    for (const std::vector<Token>* tokens : {&mapsOf(type, result)->keyTokens(), &mapsOf(type, result)->queryTokens()})
      for (const Token& each : *tokens) {
        some = some || each.place;
        if (const ImagePlace* place = each.imagePlace()) pictures = std::max(pictures, place->image + 1);
      }
    if (some && picture && (*picture < 1 || *picture > pictures))
      throw Error("--picture: expected " +
                  (pictures == 0   ? std::string("none (there is no picture)")
                   : pictures == 1 ? "1 (there is one picture)"
                                   : "1 to " + std::to_string(pictures) + " (there are " + std::to_string(pictures) +
                                         " pictures)") +
                  ", found " + std::to_string(*picture));
    return some;
  };
  if (seen(asked)) return asked;
  if (!attention.given() && result.beside.contains(AttentionType::Cross) && seen(AttentionType::Cross))
    return AttentionType::Cross;
  throw Error("--view " + view + ": expected attention to a picture or a sound (--image, --sound or --pixels; " +
              (result.beside.empty() ? "" : "--attention cross or encoder; ") +
              "of a file its boxes or times), found '" + result.request.model->info.name + "' with none");
}

void FigureChoice::settleToken(WorkspaceState& state, const RunResults& results, Remarks& remarks) const {
  // Lenses change which tokens there are; a workspace counts those that the model read.
  const LensResult seen = resolvePanel(state.panels.front(), results);
  const std::vector<Token>& tokens = seen.maps->queryTokens();
  const bool number = token->find_first_not_of("0123456789") == std::string::npos;
  // Where there are patches alone, each is a word.
  const bool alone = !number && std::all_of(tokens.begin(), tokens.end(),
                                            [](const Token& each) { return each.special || each.place; });
  const NamedTokens named = namedBy("--token", (alone ? "piece:" : "") + *token, tokens);
  if (seen.context.cross) {
    state.token = tokenBy("--token", *token, tokens, remarks);
    return;
  }
  state.token = seen.tokens.toRun(named.begin);
  if (named.end - named.begin < 2) return;
  // A word of several tokens is drawn as one.
  std::optional<Index> begin, end;
  for (Index run = 0; run < static_cast<Index>(seen.tokens.shown.size()); ++run)
    if (const auto shown = seen.tokens.toShown(run); shown && *shown >= named.begin && *shown < named.end) {
      if (!begin) begin = run;
      end = run + 1;
    }
  if (!begin) return;
  for (PanelState& panel : state.panels) panel.lenses = withSpan(panel.lenses, *begin, *end);
}

}  // namespace headlight
