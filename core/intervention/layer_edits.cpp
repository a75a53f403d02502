#include "core/intervention/layer_edits.h"

#include <algorithm>
#include <cmath>
#include <sstream>

#include "core/attention/attend.h"
#include "core/base/error.h"
#include "core/base/splitmix.h"
#include "core/intervention/covered_pixels.h"

namespace headlight {
namespace {

using Edits = std::vector<LayerEdits>;

void wrong(const char* what, const std::string& expected, double found) {
  std::ostringstream text;
  text << "intervention: " << what << ": expected " << expected << ", found " << found;
  throw Error(text.str());
}

void checkWithin(const NumberRange& range, int count, const char* thing) {
  if (range.first < 0 || range.first >= count || (range.last != NumberRange::kEnd && range.last >= count) ||
      range.last < range.first)
    throw Error("intervention: " + std::string(thing) + " " +
                std::to_string(range.first < 0 || range.first >= count ? range.first : range.last) +
                ": expected 0 to " + std::to_string(count - 1) + " (the model has " + std::to_string(count) + " " +
                thing + "s)");
}

/// The attention of a range must be one that the model has.
void checkAttention(const HeadRange& range, const InterventionPlace& place) {
  if (const auto stage = stageOf(range.attention)) {
    if (*stage >= place.stages)
      throw Error("intervention: heads of " + std::string(nameOf(range.attention)) + ": expected a model of at least " +
                  std::to_string(*stage + 1) + " stages, found one " +
                  (place.stages > 0 ? "of " + std::to_string(place.stages) : "without stages"));
    return;
  }
  if (range.attention == AttentionType::Vision && !place.besidePictures)
    throw Error("intervention: heads of the vision tower: expected a model that reads pictures in a text");
  if (range.attention != AttentionType::Self && range.attention != AttentionType::Vision && !place.source)
    throw Error(std::string("intervention: heads of ") +
                (range.attention == AttentionType::Cross ? "cross-attention" : "the encoder") +
                ": expected an encoder–decoder model, found one without an encoder");
}

/// The last stage, which has a name of its own, called as it is where there are no stages.
void callLastStageSelf(HeadSet& set, int stages) {
  for (HeadRange& range : set)
    if (stageOf(range.attention) == stages - 1) range.attention = AttentionType::Self;
}
void callLastStageSelf(Intervention& intervention, int stages) {
  std::visit(
      [stages](auto& each) {
        if constexpr (requires { each.heads; }) callLastStageSelf(each.heads, stages);
        if constexpr (requires { each.experts; }) callLastStageSelf(each.experts, stages);
        if constexpr (requires { each.places; }) callLastStageSelf(each.places, stages);
      },
      intervention);
}

/// Every range of the place's attention must name a head that there is.
void check(const HeadSet& set, const InterventionPlace& place) {
  for (const HeadRange& range : set) {
    checkAttention(range, place);
    if (range.attention != place.attention) continue;
    checkWithin(range.layers, static_cast<int>(place.heads.size()), "layer");
    checkWithin(range.heads, *std::max_element(place.heads.begin(), place.heads.end()), "head");
  }
}

/// The run of an other text, with the shape that the heads need.
const OtherRun& otherOf(const std::string& text, const InterventionPlace& place, bool sameLength) {
  if (!place.others || !place.others->contains(text))
    throw Error("intervention: the other text '" + text + "' was not run");
  if (place.source && place.attention != AttentionType::Encoder)
    throw Error("intervention: the other text '" + text +
                "': expected heads of the encoder, which alone reads it, found heads of the decoder");
  const OtherRun& run = place.others->at(text);
  const Trace& trace = run.trace->source ? *run.trace->source : *run.trace;
  bool fits = trace.layers.size() == place.heads.size();
  for (std::size_t l = 0; fits && l < trace.layers.size(); ++l) fits = trace.layers[l].rule->heads == place.heads[l];
  if (!fits) throw Error("intervention: the other text '" + text + "' was read by a model of another shape");
  if (sameLength && trace.encoding.size() != place.tokens->size())
    throw Error("intervention: the other text '" + text + "': expected " + std::to_string(place.tokens->size()) +
                " tokens as in the text itself, found " + std::to_string(trace.encoding.size()));
  return run;
}

/// Its trace; the encoder's own one where it has one.
const std::shared_ptr<const Trace>& runOf(const std::string& text, const InterventionPlace& place, bool sameLength) {
  const std::shared_ptr<const Trace>& run = otherOf(text, place, sameLength).trace;
  return run->source ? run->source : run;
}

/// What a file gives; throws Error where it was not read.
const OtherRun& fileOf(const std::string& file, const InterventionPlace& place) {
  if (!place.others || !place.others->contains(keyOfFile(file)))
    throw Error("intervention: the file '" + file + "' was not read");
  return place.others->at(keyOfFile(file));
}

class Compiler {
 public:
  explicit Compiler(const InterventionPlace& place) : m_place(place), m_edits(place.heads.size()) {
    for (std::size_t l = 0; l < place.heads.size(); ++l)
      m_edits[l].heads.resize(static_cast<std::size_t>(place.heads[l]));
  }

  void operator()(const Ablate& a) {
    each(a.heads, [&](int layer, int head) {
      if (a.by == Ablate::By::Zero) {
        // What was put in its place before is gone, too.
        std::erase_if(m_edits[static_cast<std::size_t>(layer)].values, [&](const ValueEdit& edit) {
          return edit.site == LayerSite::HeadOutput && edit.column == head * widthsOf(layer).dValue;
        });
        add(layer, head, {});
        return;
      }
      ValueEdit edit = ofHead(layer, head);
      if (a.by == Ablate::By::Mean)
        edit.kind = ValueEdit::Kind::Mean;
      else
        edit.rows =
            outputOf(*runOf(a.other, m_place, false), layer, head).cast<double>().colwise().mean().cast<float>();
      addValues(layer, std::move(edit));
    });
  }

  void operator()(const Mask& m) {
    WeightEdit edit;
    if (!concerned(m.heads)) return;
    if (!m.queries.empty()) edit.queries = membersOf(m.queries, *m_place.tokens);
    if (!m.keys.empty()) {
      edit.kind = WeightEdit::Kind::Factor;
      edit.keys = keysIn(m.keys);
    }
    addToAll(m.heads, edit);
  }

  void operator()(const Temperature& t) {
    if (!(t.temperature > 0) || std::isinf(t.temperature)) wrong("temperature", "a number above 0", t.temperature);
    WeightEdit edit;
    edit.kind = WeightEdit::Kind::Temperature;
    edit.amount = t.temperature;
    addToAll(t.heads, edit);
  }

  void operator()(const Uniform& u) {
    WeightEdit edit;
    edit.kind = WeightEdit::Kind::Uniform;
    addToAll(u.heads, edit);
  }

  void operator()(const Cap& c) {
    if (!(c.most >= 0 && c.most <= 1)) wrong("cap", "a part from 0 to 1", c.most);
    if (concerned(c.heads)) addToAll(c.heads, onKeys(WeightEdit::Kind::Cap, c.keys, c.most));
  }

  void operator()(const Scale& s) {
    if (!(s.factor >= 0) || std::isinf(s.factor)) wrong("factor", "a number of at least 0", s.factor);
    if (concerned(s.heads)) addToAll(s.heads, onKeys(WeightEdit::Kind::Factor, s.keys, s.factor));
  }

  void operator()(const Dropout& d) {
    if (!(d.rate >= 0 && d.rate < 1)) wrong("dropout", "a rate from 0 to below 1", d.rate);
    if (d.draws < 1) wrong("dropout", "at least 1 draw", d.draws);
    each(d.heads, [&](int layer, int head) {
      WeightEdit edit;
      edit.kind = WeightEdit::Kind::Dropout;
      edit.amount = d.rate;
      // Draws of one seed must not be the first draws of its neighbours.
      edit.seed = d.seed * 0x9e3779b97f4a7c15U + static_cast<std::uint64_t>(m_place.draw) +
                  (static_cast<std::uint64_t>(m_place.attention) << 32);
      edit.where = {layer, head};
      add(layer, head, std::move(edit));
    });
  }

  void operator()(const ActivationPatch& p) {
    each(p.heads, [&](int layer, int head) {
      const std::shared_ptr<const Trace>& source = runOf(p.other, m_place, true);
      if (p.what == ActivationPatch::What::Output) {
        ValueEdit edit = ofHead(layer, head);
        edit.rows = outputOf(*source, layer, head);
        addValues(layer, std::move(edit));
        return;
      }
      WeightEdit edit;
      edit.kind = WeightEdit::Kind::Pattern;
      edit.where = {layer, head};
      // The record lives as long as the trace that it is a part of.
      edit.source = {source, &source->layers[static_cast<std::size_t>(layer)]};
      add(layer, head, std::move(edit));
    });
  }

  /// Changes what is read, and no layer.
  void operator()(const OccludePatches& c) {
    if ((m_place.source && m_place.attention != AttentionType::Encoder) || m_place.merges) return;
    coveredPatches(c, *m_place.tokens, m_place.pixels);
  }

  void operator()(const SwitchExperts& s) {
    for (const HeadRange& range : s.experts) {
      if (range.attention == AttentionType::Cross)
        throw Error("intervention: experts of cross-attention: expected those of the decoder or of the encoder");
      if (range.attention == AttentionType::Vision)
        throw Error("intervention: experts of the vision tower: expected those of the text, the tower has none");
      if (range.attention == AttentionType::Encoder && !m_place.source)
        throw Error(
            "intervention: experts of the encoder: expected an encoder–decoder model, found one without an encoder");
      if (range.attention == m_place.attention) checkExperts(range);
    }
    if (s.experts.empty() && m_place.attention == AttentionType::Self) checkExperts({});
    if (m_place.attention == AttentionType::Cross || !hasAny(s.experts)) return;
    std::vector<bool> tokens;
    if (!s.tokens.empty()) tokens = membersOf(s.tokens, *m_place.tokens);
    const auto kind = s.to == SwitchExperts::To::Off ? ExpertEdit::Kind::Off : ExpertEdit::Kind::Force;
    for (std::size_t layer = 0; layer < m_place.experts.size(); ++layer)
      for (int expert = 0; expert < m_place.experts[layer].count; ++expert)
        if (contains(s.experts, {static_cast<int>(layer), expert, m_place.attention}))
          m_edits[layer].experts.push_back({expert, kind, tokens});
  }

  void operator()(const ChangeValues& c) {
    if (!std::isfinite(c.factor)) wrong("factor", "a finite number", c.factor);
    for (const HeadRange& range : c.places) {
      checkAttention(range, m_place);
      if (range.attention == AttentionType::Cross)
        throw Error("intervention: values of cross-attention: expected those of the decoder or of the encoder");
    }
    if (m_place.attention == AttentionType::Cross || !hasAny(c.places)) return;
    std::vector<bool> tokens;
    if (!c.tokens.empty()) tokens = membersOf(c.tokens, *m_place.tokens);
    if (c.ofHeads())
      eachHead(c, [&](int layer, int head) { change(c, {m_place.attention, layer, c.site}, head, tokens); });
    else
      eachLayer(c, [&](int layer) {
        change(c,
               c.site == LayerSite::Input ? streamPlace(m_place.attention, layer)
                                          : ValuePlace{m_place.attention, layer, c.site},
               0, tokens);
      });
  }

  void operator()(const Steer& s) {
    if (!std::isfinite(s.strength)) wrong("steer", "a finite strength", s.strength);
    const OtherRun& file = fileOf(s.file, m_place);
    const auto& [place, direction] = *file.values.begin();
    if (place.stack != m_place.attention) return;
    refuseBetween();
    if (place.layer >= static_cast<int>(m_place.heads.size()))
      throw Error("intervention: steer: '" + s.file + "': expected a layer from 0 to " +
                  std::to_string(m_place.heads.size()) + ", found " + std::to_string(place.layer + 1));
    if (direction.cols() != m_place.width)
      throw Error("intervention: steer: '" + s.file + "': expected a direction of " + std::to_string(m_place.width) +
                  " numbers, as wide as the model, found " + std::to_string(direction.cols()));
    ValueEdit edit;
    edit.site = place.site;
    edit.kind = ValueEdit::Kind::Add;
    edit.columns = m_place.width;
    if (!s.tokens.empty()) edit.tokens = membersOf(s.tokens, *m_place.tokens);
    edit.rows = (direction.cast<double>() * s.strength).cast<float>();
    addValues(place.layer, std::move(edit));
  }

  std::vector<std::shared_ptr<const LayerEdits>> finished() {
    std::vector<std::shared_ptr<const LayerEdits>> layers;
    for (std::size_t l = 0; l < m_edits.size(); ++l) checkForced(l);
    for (LayerEdits& layer : m_edits) {
      const bool any =
          !layer.values.empty() || !layer.experts.empty() ||
          std::any_of(layer.heads.begin(), layer.heads.end(), [](const auto& head) { return !head.empty(); });
      layers.push_back(any ? std::make_shared<const LayerEdits>(std::move(layer)) : nullptr);
    }
    return layers;
  }

 private:
  /// Some layer of `range` must have experts, and all that it has the numbers of the range.
  void checkExperts(const HeadRange& range) const {
    if (std::none_of(m_place.experts.begin(), m_place.experts.end(), [](const LayerExperts& e) { return e.count > 0; }))
      throw Error("intervention: expert: expected a model with experts, found one without");
    const auto count = static_cast<int>(m_place.heads.size());
    const auto last = [](const NumberRange& numbers) {
      return numbers.last == NumberRange::kEnd ? numbers.first : numbers.last;
    };
    if (last(range.layers) >= count)
      throw Error("intervention: layer " + std::to_string(last(range.layers)) + ": expected 0 to " +
                  std::to_string(count - 1) + " (the model has " + std::to_string(count) + " layers)");
    bool any = false;
    for (int layer = range.layers.first; layer <= std::min(range.layers.last, count - 1); ++layer) {
      const int experts = m_place.experts[static_cast<std::size_t>(layer)].count;
      if (experts == 0) continue;
      any = true;
      if (last(range.heads) >= experts)
        throw Error("intervention: expert " + std::to_string(layer) + "." + std::to_string(last(range.heads)) +
                    ": expected 0 to " + std::to_string(experts - 1) + " (layer " + std::to_string(layer) + " has " +
                    std::to_string(experts) + " experts)");
    }
    if (!any)
      throw Error("intervention: expert " + std::to_string(range.layers.first) + "." +
                  std::to_string(range.heads.first) + ": expected a layer with experts, found layer " +
                  std::to_string(range.layers.first) + ", which has none");
  }

  /// A token has so many experts: no more of them can be forced.
  void checkForced(std::size_t layer) const {
    const std::vector<ExpertEdit>& edits = m_edits[layer].experts;
    for (std::size_t token = 0; !edits.empty() && token < m_place.tokens->size(); ++token) {
      std::vector<bool> forced(static_cast<std::size_t>(m_place.experts[layer].count));
      for (const ExpertEdit& edit : edits)
        if (edit.tokens.empty() || edit.tokens[token])
          forced[static_cast<std::size_t>(edit.expert)] = edit.kind == ExpertEdit::Kind::Force;
      const auto count = std::count(forced.begin(), forced.end(), true);
      if (count > m_place.experts[layer].chosen)
        throw Error("intervention: experts of layer " + std::to_string(layer) + ": expected at most " +
                    std::to_string(m_place.experts[layer].chosen) + " forced for a token, which has so many, found " +
                    std::to_string(count));
    }
  }

  template <class Each>
  void each(const HeadSet& set, const Each& body) {
    check(set, m_place);
    for (int layer = 0; layer < static_cast<int>(m_place.heads.size()); ++layer)
      for (int head = 0; head < m_place.heads[static_cast<std::size_t>(layer)]; ++head)
        if (contains(set, {layer, head, m_place.attention})) body(layer, head);
  }

  void addToAll(const HeadSet& set, const WeightEdit& edit) {
    each(set, [&](int layer, int head) { add(layer, head, edit); });
  }

  void add(int layer, int head, WeightEdit edit) {
    m_edits[static_cast<std::size_t>(layer)].heads[static_cast<std::size_t>(head)].push_back(std::move(edit));
  }

  const LayerWidths& widthsOf(int layer) const { return m_place.widths[static_cast<std::size_t>(layer)]; }

  /// An edit of a head's whole output, its rows yet to be filled.
  ValueEdit ofHead(int layer, int head) const {
    ValueEdit edit;
    edit.site = LayerSite::HeadOutput;
    edit.columns = widthsOf(layer).dValue;
    edit.column = head * edit.columns;
    return edit;
  }

  void addValues(int layer, ValueEdit edit) {
    m_edits[static_cast<std::size_t>(layer)].values.push_back(std::move(edit));
  }

  void refuseBetween() const {
    if (m_place.addsBetween)
      throw Error(
          "intervention: stream: expected a model that adds nothing between its layers, found one that adds "
          "features of pictures");
  }

  /// Every layer that the change names must be there; the stream has one more.
  template <class Each>
  void eachLayer(const ChangeValues& c, const Each& body) const {
    const auto layers = static_cast<int>(m_place.heads.size());
    const bool stream = c.site == LayerSite::Input;
    if (stream) refuseBetween();
    for (const HeadRange& range : c.places) {
      if (range.attention != m_place.attention) continue;
      const bool there = stream && range.layers.first >= 0 && range.layers.first <= layers &&
                         (range.layers.last <= layers || range.layers.last == NumberRange::kEnd);
      if (stream && !there)
        throw Error("intervention: stream " +
                    std::to_string(range.layers.first > layers ? range.layers.first : range.layers.last) +
                    ": expected 0 to " + std::to_string(layers) + " (" + std::to_string(layers) +
                    " is what the final norm reads)");
      if (!stream) checkWithin(range.layers, layers, "layer");
    }
    for (int layer = 0; layer < layers; ++layer) {
      if (!contains(c.places, {layer, 0, m_place.attention})) continue;
      if (c.site == LayerSite::FeedForwardOutput && widthsOf(layer).severalNetworks)
        throw Error("intervention: mlp " + std::to_string(layer) +
                    ": expected a layer with one feed-forward network, found several one after the other");
      body(layer);
    }
    // What the final norm reads is named by its number, not by every layer.
    const bool end = std::any_of(c.places.begin(), c.places.end(), [&](const HeadRange& range) {
      return range.attention == m_place.attention && range.layers.last == layers;
    });
    if (stream && end) body(layers);
  }

  /// The same of heads, or of key/value heads.
  template <class Each>
  void eachHead(const ChangeValues& c, const Each& body) const {
    const auto layers = static_cast<int>(m_place.heads.size());
    const bool shared = c.site == LayerSite::Key || c.site == LayerSite::Value;
    const auto count = [&](int layer) {
      return shared ? widthsOf(layer).kvHeads : m_place.heads[static_cast<std::size_t>(layer)];
    };
    int most = 0;
    for (int layer = 0; layer < layers; ++layer) most = std::max(most, count(layer));
    for (const HeadRange& range : c.places) {
      if (range.attention != m_place.attention) continue;
      checkWithin(range.layers, layers, "layer");
      checkWithin(range.heads, most, shared ? "key/value head" : "head");
    }
    for (int layer = 0; layer < layers; ++layer)
      for (int head = 0; head < count(layer); ++head)
        if (contains(c.places, {layer, head, m_place.attention})) body(layer, head);
  }

  /// Makes the change at one place; of heads of that number alone.
  void change(const ChangeValues& c, const ValuePlace& place, int head, const std::vector<bool>& tokens) {
    using By = ChangeValues::By;
    ValueEdit edit;
    edit.site = place.site;
    const LayerWidths& widths = widthsOf(place.layer);
    edit.tokens = tokens;
    if (c.ofHeads()) {
      edit.columns = place.site == LayerSite::Query || place.site == LayerSite::Key ? widths.dHead : widths.dValue;
      edit.column = head * edit.columns;
    }
    const auto taken = [&](const OtherRun& run) -> Matrix {
      const auto found = run.values.find(place);
      if (found == run.values.end()) throw Error("intervention: '" + c.other + "' was run without these values");
      if (!c.ofHeads()) return found->second;
      return found->second.middleCols(edit.column, edit.columns);
    };
    switch (c.by) {
      case By::Zero:
        edit.kind = ValueEdit::Kind::Factor;
        edit.factor = 0;
        break;
      case By::Factor:
        edit.kind = ValueEdit::Kind::Factor;
        edit.factor = c.factor;
        break;
      case By::Mean:
        edit.kind = ValueEdit::Kind::Mean;
        break;
      case By::MeanOfOther:
        edit.rows = taken(otherOf(c.other, m_place, false)).cast<double>().colwise().mean().cast<float>();
        break;
      case By::MeanOfFile:
        edit.rows = taken(fileOf(c.other, m_place));
        break;
      case By::Patch:
        edit.rows = taken(otherOf(c.other, m_place, true));
        break;
      case By::Resample:
        edit.rows = resampled(taken(otherOf(c.other, m_place, false)), c.seed);
        break;
    }
    addValues(place.layer, std::move(edit));
  }

  /// For each token of the text the row of a token of the other one: the same for all values that are drawn by a seed.
  Matrix resampled(const Matrix& rows, std::uint64_t seed) const {
    Matrix drawn(static_cast<Index>(m_place.tokens->size()), rows.cols());
    for (Index i = 0; i < drawn.rows(); ++i)
      drawn.row(i) = rows.row(static_cast<Index>(splitmix(splitmix(seed) ^ static_cast<std::uint64_t>(i)) %
                                                 static_cast<std::uint64_t>(rows.rows())));
    return drawn;
  }

  /// Whether the heads are any of this place: other attention has other tokens. Checks them.
  bool concerned(const HeadSet& set) const {
    check(set, m_place);
    return hasAny(set);
  }

  /// Whether a range is about this place's attention.
  bool hasAny(const HeadSet& set) const {
    if (set.empty()) return m_place.attention == AttentionType::Self;
    return std::any_of(set.begin(), set.end(),
                       [this](const HeadRange& range) { return range.attention == m_place.attention; });
  }

  std::vector<bool> keysIn(const TokenSet& set) const {
    return membersOf(set, m_place.attention == AttentionType::Cross ? *m_place.source : *m_place.tokens);
  }

  WeightEdit onKeys(WeightEdit::Kind kind, const TokenSet& keys, double amount) const {
    WeightEdit edit;
    edit.kind = kind;
    edit.keys = keysIn(keys);
    edit.amount = amount;
    return edit;
  }

  static Matrix outputOf(const Trace& trace, int layer, int head) {
    const AttentionRecord& record = trace.layers[static_cast<std::size_t>(layer)];
    Matrix out(record.queries(), record.dValue());
    headOutput(record, head, out);
    return out;
  }

  const InterventionPlace& m_place;
  Edits m_edits;
};

}  // namespace

std::vector<std::shared_ptr<const LayerEdits>> layerEdits(const std::vector<Intervention>& interventions,
                                                          const InterventionPlace& place) {
  Compiler compiler(place);
  for (Intervention intervention : interventions) {
    if (place.stages > 0) callLastStageSelf(intervention, place.stages);
    std::visit(compiler, intervention);
  }
  return compiler.finished();
}

}  // namespace headlight
