#include "core/model/earlier_run.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "core/image/pixel_input.h"
#include "core/model/rotary_frequencies.h"
#include "core/model/sight.h"

namespace headlight {
namespace {

/// How many tokens both begin with.
Index commonTokens(const Encoding& a, const Encoding& b) {
  const auto same = [](const Token& x, const Token& y) {
    return x.id == y.id && x.typeId == y.typeId && x.attended == y.attended && x.place == y.place;
  };
  return std::mismatch(a.tokens.begin(), a.tokens.end(), b.tokens.begin(), b.tokens.end(), same).first -
         a.tokens.begin();
}

bool samePixels(const std::shared_ptr<const PixelInput>& a, const std::shared_ptr<const PixelInput>& b) {
  return a == b || (a && b && *a == *b);
}

/// Whether a layer of `from` was changed as this run changes it.
bool changedAlike(const StackRun& run, std::size_t layer) {
  const auto same = [](const auto& a, const auto& b) { return a == b || (a && b && *a == *b); };
  return same(run.resumeFrom->layers[layer].edits, run.edits[layer]) &&
         (!run.source || same(run.resumeFrom->cross[layer].edits, run.crossEdits[layer]));
}

/// The first layer that must be computed when the ones before it are as in the earlier run, of the same tokens.
std::size_t firstChangedLayer(const StackRun& run) {
  std::size_t layer = 0;
  while (layer + 1 < run.edits.size() && changedAlike(run, layer)) ++layer;
  return layer;
}

/// Whether two layers make the same of the embeddings.
bool sameInput(const std::shared_ptr<const LayerEdits>& a, const std::shared_ptr<const LayerEdits>& b) {
  const auto ofInput = [](const std::shared_ptr<const LayerEdits>& edits) {
    std::vector<ValueEdit> some;
    if (edits)
      std::copy_if(edits->values.begin(), edits->values.end(), std::back_inserter(some),
                   [](const ValueEdit& edit) { return edit.site == LayerSite::Input; });
    return some;
  };
  return ofInput(a) == ofInput(b);
}

/// Whether two lists of changes do the same to the first `rows` queries, which see the first `keys` keys at most. Some
/// changes depend on all tokens.
bool sameRows(const std::shared_ptr<const LayerEdits>& a, const std::shared_ptr<const LayerEdits>& b, Index rows,
              Index keys) {
  if (!a || !b) return !a && !b;
  if (needAllTokens(a.get()) || needAllTokens(b.get())) return false;
  const auto sameBegin = [](const std::vector<bool>& x, const std::vector<bool>& y, Index count) {
    const auto at = [](const std::vector<bool>& set, Index i) {
      return set.empty() || set[static_cast<std::size_t>(i)];
    };
    for (Index i = 0; i < count; ++i)
      if (at(x, i) != at(y, i)) return false;
    return true;
  };
  const auto sameEdit = [&](const WeightEdit& x, const WeightEdit& y) {
    return x.kind == y.kind && x.kind != WeightEdit::Kind::Pattern && x.amount == y.amount && x.seed == y.seed &&
           x.where == y.where && sameBegin(x.queries, y.queries, rows) && sameBegin(x.keys, y.keys, keys);
  };
  const auto sameValues = [&](const ValueEdit& x, const ValueEdit& y) {
    const Index some = std::min({rows, x.rows.rows(), y.rows.rows()});
    return x.site == y.site && x.kind == y.kind && x.column == y.column && x.columns == y.columns &&
           x.factor == y.factor && (x.rows.rows() == 1) == (y.rows.rows() == 1) && x.rows.cols() == y.rows.cols() &&
           x.rows.topRows(some) == y.rows.topRows(some) && sameBegin(x.tokens, y.tokens, rows);
  };
  const auto sameExpert = [&](const ExpertEdit& x, const ExpertEdit& y) {
    return x.expert == y.expert && x.kind == y.kind && sameBegin(x.tokens, y.tokens, rows);
  };
  return std::equal(a->heads.begin(), a->heads.end(), b->heads.begin(), b->heads.end(),
                    [&](const auto& x, const auto& y) {
                      return std::equal(x.begin(), x.end(), y.begin(), y.end(), sameEdit);
                    }) &&
         std::equal(a->values.begin(), a->values.end(), b->values.begin(), b->values.end(), sameValues) &&
         std::equal(a->experts.begin(), a->experts.end(), b->experts.begin(), b->experts.end(), sameExpert);
}

/// Layers up to the first one in which the first `kept` tokens are changed otherwise than in the earlier run: what
/// these layers leave of a token depends on the tokens before it alone.
std::size_t layersAlike(const StackRun& run, Index kept) {
  std::size_t layer = 0;
  const auto alike = [&](std::size_t i) {
    return sameRows(run.resumeFrom->layers[i].edits, run.edits[i], kept, kept) &&
           (!run.source || sameRows(run.resumeFrom->cross[i].edits, run.crossEdits[i], kept,
                                    static_cast<Index>(run.source->encoding.size())));
  };
  while (layer < run.edits.size() && alike(layer)) ++layer;
  return layer;
}

/// Whether no token sees a later one, and positions do not depend on how many tokens there are.
bool readsForward(const Architecture& d, const Encoding& now, const Encoding& earlier, Index kept) {
  std::set<std::pair<Sight, Index>> compared;
  for (const LayerSpec& layer : d.layers) {
    if (!layer.attention.causal) return false;
    if (layer.attention.sight == Sight::ByRule) continue;
    if (!compared.emplace(layer.attention.sight, layer.attention.window).second) continue;
    const auto a = rangesSeen(layer.attention, now, nullptr), b = rangesSeen(layer.attention, earlier, nullptr);
    for (auto i = static_cast<std::size_t>(kept); i-- > 0;)
      if (a[i].end > kept || a[i].begin != b[i].begin || a[i].end != b[i].end) return false;
  }
  const auto tokens = static_cast<Index>(now.size()), before = static_cast<Index>(earlier.size());
  return std::all_of(d.rotaries.begin(), d.rotaries.end(),
                     [&](const RotarySpec& part) { return turnAlike(part, tokens, before); });
}

}  // namespace

TakenOver takenOver(const StackRun& run, const Trace& trace) {
  TakenOver taken;
  if (!run.resumeFrom || !samePixels(trace.pixels, run.resumeFrom->pixels) || trace.tower != run.resumeFrom->tower ||
      trace.earlier != run.resumeFrom->earlier)
    return taken;
  const Encoding& encoding = trace.encoding;
  const auto tokens = static_cast<Index>(encoding.size()), before = static_cast<Index>(run.resumeFrom->encoding.size());
  const Index common = commonTokens(encoding, run.resumeFrom->encoding);
  if (common == tokens && common == before) {
    taken.embedding = run.edits.empty() || sameInput(run.edits.front(), run.resumeFrom->layers.front().edits);
    if (taken.embedding) taken.wholeLayers = firstChangedLayer(run);
    return taken;
  }
  // The last token is always computed: a run has something to say.
  const Index kept = std::min(common, tokens - 1);
  if (kept > 0 && readsForward(run.description, encoding, run.resumeFrom->encoding, kept))
    taken.layers = layersAlike(run, kept);
  if (taken.layers > 0) taken.tokens = kept;
  return taken;
}

bool isRunAgain(const StackRun& run, const Encoding& encoding, const std::shared_ptr<const PixelInput>& pixels) {
  if (!run.resumeFrom || run.resumeFrom->encoding.size() != encoding.size() ||
      !samePixels(pixels, run.resumeFrom->pixels))
    return false;
  for (std::size_t layer = 0; layer < run.edits.size(); ++layer)
    if (!changedAlike(run, layer)) return false;
  return commonTokens(run.resumeFrom->encoding, encoding) == static_cast<Index>(encoding.size());
}

AttentionRecord recordBegun(const AttentionRecord& earlier, Index kept, Index tokens, Storage place) {
  AttentionRecord record;
  if (kept == 0) return record;
  record.q = CachedRows::continuing(earlier.q, kept, tokens, place);
  record.k = CachedRows::continuing(earlier.k, kept, tokens, place);
  record.v = CachedRows::continuing(earlier.v, kept, tokens, place);
  record.logSumExp = CachedRows::continuing(earlier.logSumExp, kept, tokens, place);
  return record;
}

AttentionRecord crossBegun(const AttentionRecord& earlier, Index kept, Index tokens, Storage place) {
  AttentionRecord record;
  record.k = earlier.k;
  record.v = earlier.v;
  if (kept == 0) return record;
  record.q = CachedRows::continuing(earlier.q, kept, tokens, place);
  record.logSumExp = CachedRows::continuing(earlier.logSumExp, kept, tokens, place);
  return record;
}

ExpertRecord expertsBegun(const ExpertRecord& earlier, Index kept, Index tokens) {
  ExpertRecord record;
  if (kept > 0 && earlier) record.logits = CachedRows::continuing(earlier.logits, kept, tokens);
  return record;
}

}  // namespace headlight
