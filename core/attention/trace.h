#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/base/attention_type.h"
#include "core/attention/experts.h"
#include "core/attention/cached_rows.h"
#include "core/attention/logits.h"
#include "core/attention/scores.h"
#include "core/attention/weight_edit.h"
#include "core/base/matrix.h"
#include "core/text/encoding.h"

namespace headlight {

struct PixelInput;
struct TowerInput;

/// What one attention sublayer leaves behind: enough to compute any of its weights again, and never the weights
/// themselves.
///
/// N queries, M keys, values of dValue numbers, which may be others than the dHead of a query and a key.
struct AttentionRecord {
  CachedRows q;  ///< [N, heads · dHead], after rotation and normalisation.
  CachedRows k;  ///< [M, kvHeads · dHead], after rotation and normalisation.
  CachedRows v;  ///< [M, kvHeads · dValue].
  CachedRows
      logSumExp;  ///< [N, heads]: ln Σ exp(score) of each row before any edit; -inf for a row that may see nothing.
  std::shared_ptr<const ScoreRule> rule;    ///< How q and k become scores.
  std::shared_ptr<const LayerEdits> edits;  ///< What was changed in this layer; null for nothing.
  std::vector<ChangedOutput> replaced;      ///< Of the heads whose outputs were changed, what they came to.

  Index queries() const { return q.rows(); }
  Index keys() const { return k.rows(); }
  /// Numbers of a value, and of a head's output.
  Index dValue() const { return v.cols() / rule->kvHeads; }
  /// What `head` reads, where it lies: its queries [N, dHead], keys [M, dHead] and values [M, dValue]. Heads of one
  /// group share keys and values.
  MatrixView queries(int head) const { return q.middleCols(head * rule->dHead, rule->dHead); }
  MatrixView keys(int head) const { return k.middleCols(keyHead(head) * rule->dHead, rule->dHead); }
  MatrixView values(int head) const { return v.middleCols(keyHead(head) * dValue(), dValue()); }
  /// What is changed in the weights of `head`; null for nothing.
  const std::vector<WeightEdit>* editsOf(int head) const {
    return edits && !edits->heads[static_cast<std::size_t>(head)].empty()
               ? &edits->heads[static_cast<std::size_t>(head)]
               : nullptr;
  }
  /// What stands for the output of `head`; null for its own.
  const ChangedOutput* replacedOutput(int head) const {
    for (const ChangedOutput& output : replaced)
      if (output.head == head) return &output;
    return nullptr;
  }

 private:
  Index keyHead(int head) const { return keyHeadOf(head, rule->heads, rule->kvHeads); }
};

/// What one run of a model leaves behind; of an encoder–decoder model, its decoder's run. Immutable once made; shared
/// as `std::shared_ptr<const Trace>`.
struct Trace {
  std::string model;                      ///< Name of the model that ran.
  std::shared_ptr<const void> ranBy;      ///< That model itself; null for a trace that none made.
  Encoding encoding;                      ///< What it read; of a decoder with an encoder the target.
  std::shared_ptr<const PixelInput> pixels;  ///< Of an image that it read, covered patches included; null for a text.
  std::shared_ptr<const TowerInput> media;   ///< The pictures beside a text; null for none.
  std::vector<AttentionRecord> layers;    ///< Self-attention, first layer first.
  std::vector<ExpertRecord> experts;      ///< For each layer, in a model with experts; else empty.
  std::vector<CachedRows> hiddenStates;  ///< [N, width] each: the embeddings, then the output of every layer.
  Logits logits;                          ///< [N, vocabulary or labels]; [1, n] for one vector; empty without a head.
  Storage place = Storage::Ram;  ///< Of the matrices above.
  std::vector<AttentionRecord> cross;   ///< Cross-attention, queries of the target, keys of the source, for each layer.
  std::shared_ptr<const Trace> source;  ///< The encoder's run, without logits; null in models of one stack.
  std::shared_ptr<const Trace> tower;   ///< The vision tower's run over the pictures of the text; null without one.
  std::shared_ptr<const Trace> earlier;  ///< The run of the stage before this one, without logits; null without one.
  /// What connectors made of it, a row for each token that has a place in a picture: what stands in the text, then what
  /// `additions` are made of; null without a connector.
  std::shared_ptr<const std::vector<Matrix>> features;
  /// Of a stack that another one reads: the last hidden states behind the final norm, where `hiddenStates` end before
  /// it; else empty.
  CachedRows finalStates;
  /// What is added behind the layer of that number, before the next layer or the final norm reads it: features of
  /// earlier layers of the tower (Qwen3-VL). Empty for none.
  std::vector<CachedRows> additions;
  /// One query that gathers the whole input (SigLIP): its attention; empty for none.
  AttentionRecord pooling;
  /// What heads beside the logits make of the last states, by name ("pooler_output", "image_embeds").
  std::vector<std::pair<std::string, Matrix>> pooled;
  bool flatLogits = false;       ///< The logits are [classes] of the whole text, or one number for each token.

  /// Stages before this one.
  int stagesBefore() const { return earlier ? 1 + earlier->stagesBefore() : 0; }
  /// The attentions of a run of several stages, first stage first; none of another run.
  std::vector<AttentionType> stages() const {
    std::vector<AttentionType> all;
    for (int i = 0; earlier && i <= stagesBefore(); ++i) all.push_back(stageNumbered(i));
    return all;
  }
  bool has(AttentionType type) const {
    if (type == AttentionType::Vision) return tower != nullptr;
    if (const auto stage = stageOf(type)) return earlier && *stage <= stagesBefore();
    return type == AttentionType::Self || source != nullptr;
  }
  /// What another stack reads of this one.
  const CachedRows& states() const { return finalStates.size() > 0 ? finalStates : hiddenStates.back(); }
  /// The run of the stack whose tokens look in that attention; the trace must have it.
  const Trace& stackOf(AttentionType type) const {
    if (const auto stage = stageOf(type)) {
      const Trace* run = this;
      for (int later = stagesBefore() - *stage; later > 0; --later) run = run->earlier.get();
      return *run;
    }
    return type == AttentionType::Vision ? *tower : type == AttentionType::Encoder ? *source : *this;
  }
  /// The attention of that type, first layer first; the trace must have it.
  const std::vector<AttentionRecord>& records(AttentionType type) const {
    return type == AttentionType::Cross ? cross : stackOf(type).layers;
  }
  /// The tokens that look, and those that are looked at.
  const std::vector<Token>& queryTokens(AttentionType type) const { return stackOf(type).encoding.tokens; }
  const std::vector<Token>& keyTokens(AttentionType type) const {
    return (type == AttentionType::Cross ? *source : stackOf(type)).encoding.tokens;
  }
};

/// Bytes of the matrices that a trace keeps, those that it shares with others included.
inline double bytesOf(const Trace& trace) {
  Index numbers = 0;
  for (const auto* records : {&trace.layers, &trace.cross})
    for (const AttentionRecord& layer : *records)
      numbers += layer.q.size() + layer.k.size() + layer.v.size() + layer.logSumExp.size();
  for (const ExpertRecord& layer : trace.experts) numbers += layer.logits.size();
  for (const auto* states : {&trace.hiddenStates, &trace.additions})
    for (const CachedRows& each : *states) numbers += each.size();
  numbers += trace.finalStates.size();
  if (trace.features)
    for (const Matrix& each : *trace.features) numbers += each.size();
  return static_cast<double>(numbers) * sizeof(float) + (trace.source ? bytesOf(*trace.source) : 0) +
         (trace.tower ? bytesOf(*trace.tower) : 0) + (trace.earlier ? bytesOf(*trace.earlier) : 0);
}

}  // namespace headlight
